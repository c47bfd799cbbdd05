// What may be tuned in answering queries, with the reason for each value.
#pragma once

#include <cstddef>

namespace plumb::server {

// So many rows are looked at for one page. A page may come short where its caller may read little of what was looked
// at; "next" goes on from there.
inline constexpr std::size_t kMaxRowsLookedAt = 20'000;
// The places of one answer: a caller goes through the log a stretch at each sync, and this costs a millisecond.
inline constexpr std::size_t kMaxPlacesLookedAt = 4'000;
// The lines of one page of the feed: a fast link has it in a second, and a reader's memory stays small.
inline constexpr std::size_t kMaxPageBytes = 8 * 1024 * 1024;

}  // namespace plumb::server
