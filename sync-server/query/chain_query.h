// Answers about the caller herself: who she is to this log, and where her chain stands.
#pragma once

#include "shared/base/json.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

json::object describeCaller(const Principal& caller);
json::object describeChain(const Principal& caller, StoreReader& reader);

}  // namespace plumb::server
