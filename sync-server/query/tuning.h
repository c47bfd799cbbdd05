// What may be tuned in answering queries, with the reason for each value.
#pragma once

#include <cstddef>

namespace plumb::server {

// So many rows are looked at for one page. A page may come short where its caller may read little of what was looked
// at; "next" goes on from there.
inline constexpr std::size_t kMaxRowsLookedAt = 20'000;
// Sites whose lines are read for one page of a map or a table: a line is read and parsed in some 40 microseconds.
inline constexpr std::size_t kMaxSitesRead = 2'000;
// The places of one answer: a caller goes through the log a stretch at each sync, and this costs a millisecond.
inline constexpr std::size_t kMaxPlacesLookedAt = 4'000;
// The lines of one page of the feed: a fast link has it in a second, and a reader's memory stays small.
inline constexpr std::size_t kMaxPageBytes = 8 * 1024 * 1024;

// A record's page: texts of versions and reviews beside the newest one and the submission. Eight full lines are more
// than anybody reads; an inspection of forty items has some 20 KB.
inline constexpr std::size_t kMaxRecordBytes = 2 * 1024 * 1024;
// Clauses whose words are counted in one answer: more than a screen shows, and each costs a row that is looked up.
inline constexpr std::size_t kMostClausesTold = 500;

// So many versions and reviews are listed at all, the newest ones.
inline constexpr std::size_t kMaxHistoryListed = 1000;

// Tasks of one site within a month that are looked at for a joint visit: a site has one or two.
inline constexpr std::size_t kMaxBeside = 16;

// Gaps and forks of a chain that are told one by one: a page shows the first, and a hostile author has any number.
inline constexpr std::size_t kMaxTroublesTold = 20;
// So many lines of a chain are drawn, and so many of them before its trouble.
inline constexpr std::size_t kChainTold = 24;
inline constexpr std::size_t kChainToldBefore = 4;

}  // namespace plumb::server
