// One filled checklist as JSON: what a screen shows of it, and the changes that a screen makes. ENGINE.md has the
// members.
#pragma once

#include "shared/base/json.h"
#include "shared/checklist/session/session.h"

namespace plumb::engine {

// As many files as one item may say that it has.
inline constexpr std::int64_t kMostFiles = 1000;

json::array listOf(const std::vector<std::string>& texts);

// Everything that is shown at present: sections, their items, the lines of these with choices, totals, what is missing;
// and the answers as a draft keeps them and as a record would state them.
json::object viewOf(const checklist::Session& session);

// What a record would state now, all of one moment, the session's: "answers" with zone and day, "score", "findings" as
// the tablet offers them, and how much is "missing".
Result<json::object> statementOf(const checklist::Session& session);

// {"set":key,"value":text} {"na":item,"reason":text} {"asked":item} {"note":item,"value":text} {"fact":id,"value":text}
// {"files":item,"count":n} {"add":repeat} {"remove":instance} {"undo":true} {"redo":true}: one of them. Gives the ids
// of what looks different now. Refused as the session refuses; malformed "bad_change" where it is none of these.
Result<json::object> changeSession(checklist::Session& session, const json::object& request);

}  // namespace plumb::engine
