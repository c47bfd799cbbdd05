// Whether a caller may read a line of the log: one answer for the feed, records, chains, papers and files. The rule is
// shared/domain's (record_types.h; of complaints complaint_rights.h); this brings it what the log knows. For the thread
// of the reader.
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/store/store.h"

namespace plumb::server {

bool mayReadEntry(const Principal& caller, const Entry& entry, StoreReader& reader);
// The same of that the line is there: of a sheet of a panel also before it may be read.
bool mayKnowOfEntry(const Principal& caller, const Entry& entry, StoreReader& reader);

}  // namespace plumb::server
