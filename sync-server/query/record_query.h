// One record with everything that a reader needs to judge and to verify it without trusting this server: the lines
// themselves, the chain of trust of their authors, the proof that the log holds it, and between which two checkpoints
// it was made. not found "record_unknown" also where the caller may not read it.
//
// The answer is bounded however long the history is: the newest version and the submission are always there, of the
// others the newest as far as they find room; what has none is told by index and hash, and the feed gives it.
#pragma once

#include "shared/base/json.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

// Code of an error: a line that this record stands on is newer than the head that was passed. With a new head it works.
inline constexpr const char* kHeadBehind = "head_behind";

Result<json::object> describeRecord(std::string_view id, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
