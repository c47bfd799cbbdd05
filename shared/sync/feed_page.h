// The text of a page of the feed, application/plumb-feed (PROTOCOL.md): lines with their log indexes, then what proves
// them. Pure; any thread. Errors: malformed "bad_answer".
#pragma once

#include <optional>
#include <string_view>

#include "shared/sync/server_link.h"

namespace plumb::sync {

// All but the cursor, which stands in a header.
Result<FeedAnswer> parseFeedPage(std::string_view body);

// Decimal digits alone, within 64 bits.
std::optional<std::uint64_t> parseNumber(std::string_view text);

}  // namespace plumb::sync
