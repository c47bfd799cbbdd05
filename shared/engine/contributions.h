// Several people's answers to one checklist, item by item, as JSON: what each item holds, and what comes of it when
// others contributed since (checklist/session/item_merge.h). ENGINE.md has the members. Pure; any thread.
#pragma once

#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/checklist/model/model.h"

namespace plumb::engine {

// `request`: "answers" and "files" as they stand here, "base" and "theirs" by item, "settled" where a person chose.
// Gives "answers" and "files" as they stand afterwards, "base", the items "taken", those "divergent", and "changed":
// what would be contributed now. malformed with the member that is wrong.
Result<json::object> mergeContributions(const checklist::Checklist& checklist, const json::object& request);

}  // namespace plumb::engine
