// One record with everything that a reader needs to judge and to verify it without trusting this server: the lines
// themselves, the chain of trust of their authors, the proof that the log holds it, and between which two checkpoints
// it was made. not found "record_unknown" also where the caller may not read it.
#pragma once

#include "shared/base/json.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

Result<json::object> describeRecord(std::string_view id, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
