// The terms of keeping that the log publishes for a place, in all versions, in log order. Throws where one cannot be
// read. For the thread of the reader.
#pragma once

#include "shared/records/reference/retention.h"
#include "sync-server/store/store.h"

namespace plumb::server {

std::vector<records::Retention> retentionTables(std::string_view region, StoreReader& reader);

}  // namespace plumb::server
