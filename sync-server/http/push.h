// Lines through the verify pool and the writer, as both /v1/records and /v1/enrol need it.
#pragma once

#include "sync-server/http/services.h"

namespace plumb::server {

// Blocks until all that was accepted is durable. The texts must live until then.
Result<PushOutcome> pushLines(const std::vector<std::string_view>& lines, Services& services);

// What is said of one line.
json::object describeDecision(const Decision& decision);

// The answer of POST /v1/records; `have` is the log size that the caller knows.
json::object describePush(const PushOutcome& outcome, std::uint64_t have, Services& services);

}  // namespace plumb::server
