// The check before this one: of the same site, by the same checklist, the last that counts and was
// submitted before it, whenever either was amended.
#pragma once

#include "shared/base/json.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

// {"previous":{…as in lists}|null}; null of a self-assessment. notFound where the caller reads no such record.
Result<json::object> previousOf(const std::string& id, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
