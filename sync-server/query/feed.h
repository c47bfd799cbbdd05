// The caller's part of the log, in log order, with what proves it (PROTOCOL.md, GET /v1/records and /v1/trust). Bounded
// in lines, bytes and rows looked at, so that no call holds a thread long, however little of the log its caller may
// read.
#pragma once

#include "sync-server/projections/feedback/feedback_rows.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct FeedPage {
    std::string body;          // application/plumb-feed
    std::uint64_t cursor = 0;  // to ask with next
    std::size_t lines = 0;
    bool more = false;  // there is more to look at already
};

struct FeedAsk {
    std::uint64_t after = 0;  // log index
    std::size_t limit = 0;
    std::uint64_t have = 0;  // size of the caller's newest checkpoint
};

// Proved against the published head, whose checkpoint comes along where the caller does not have it yet.
FeedPage readFeed(const Principal& caller, const FeedAsk& ask, const QuerySources& sources);

// Trust lines, which everybody may read, proved against the tree of `size` entries, which the caller has a checkpoint
// of. REQUIRES: `size` is at most the head's.
FeedPage readTrust(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources);

// The newest line of each published site, in the order of these lines and proved the same way. Who goes on from the
// cursor of the last page learns what was published since.
FeedPage readSites(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources);

// The lines that published years of the calendar of working days, in log order and proved the same way.
FeedPage readCalendar(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources);

// The lines that published registers of what may be inspected, likewise.
FeedPage readRegisters(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources);

// The lines that published terms of keeping, likewise.
FeedPage readRetentions(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources);

// The lines that published programmes, likewise.
FeedPage readProgrammes(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources);

// What was proposed about sites that the caller may read of, what answered it, and every publication of those sites, in
// log order and proved the same way. From the first line on each time: a first proposal about a site brings
// publications of long before.
FeedPage readProposals(const Principal& caller, std::uint64_t after, std::size_t limit, std::uint64_t size,
                       const QuerySources& sources);

// What was said about standards (standard.feedback), and what was answered (feedback.answered), that the caller may
// read, in log order and proved the same way. `of`: about one clause alone.
FeedPage readFeedback(const Principal& caller, const std::optional<FeedbackClause>& of, std::uint64_t after,
                      std::size_t limit, std::uint64_t size, const QuerySources& sources);

// What was said about these complaints or panels of experts, and what their lines' rights rest on (publications of
// their sites, the inspections that panels score), as far as the caller may read it; in log order and proved the same
// way.
FeedPage readAbout(const Principal& caller, const std::vector<std::string>& ids, std::uint64_t after, std::size_t limit,
                   std::uint64_t size, const QuerySources& sources);

// The log.recovered lines with which the log began again, proved against the published head, whose checkpoint always
// comes along. `places`: where they stand, ascending; one that is not there yet is left out.
FeedPage readRecoveries(const std::vector<std::uint64_t>& places, std::uint64_t have, const QuerySources& sources);

// Whether the caller may read no line from `after` on. False as well where that takes more rows than one call looks at,
// and where `after` is beyond the published head.
bool nothingToRead(const Principal& caller, std::uint64_t after, const QuerySources& sources);

// Where from `after` on the caller may read a line: "first-last" or "only" on a line of its own each. Not proved.
FeedPage readPlaces(const Principal& caller, std::uint64_t after, const QuerySources& sources);

}  // namespace plumb::server
