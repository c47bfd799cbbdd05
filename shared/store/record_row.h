// A row of the table of records as it is read, for the sources of TabletStore.
#pragma once

#include "shared/store/tablet_store.h"

namespace plumb::store {

inline constexpr const char* kRecordColumns =
    "hash, id, kid, seq, type, site, region, about, at, own, state, log_index, proved_size, problem, doubt, offered, "
    "record.rowid";
// REQUIRES: `get` stands on a row of kRecordColumns.
RecordRow recordRowOf(SQLite::Statement& get);

}  // namespace plumb::store
