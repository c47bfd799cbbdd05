#include "sync-server/query/feed.h"

#include "sync-server/query/tuning.h"

namespace plumb::server {
FeedPage readFeed(const Principal& caller, std::uint64_t after, std::size_t limit, const QuerySources& sources) {
    FeedPage page;
    page.cursor = after;
    // Only what the published head holds: a proof for every line that is given out can be had at once.
    const auto size = sources.head->size;
    if (after >= size) return page;
    std::vector<std::uint64_t> wanted;
    std::size_t looked = 0;
    sources.reader.scan(after, kMaxRowsLookedAt, [&](const Entry& entry) {
        if (entry.index >= size) return false;
        ++looked;
        page.cursor = entry.index + 1;
        if (domain::mayRead(caller.grants, entry.type, entry.region, entry.site, entry.author == caller.kid))
            wanted.push_back(entry.index);
        return wanted.size() < limit;
    });
    for (const auto index : wanted) {
        const auto line = sources.reader.line(index);
        if (!line) throw std::runtime_error("line " + std::to_string(index) + " is indexed but missing");
        page.body.append(std::to_string(index)).append(1, ' ').append(*line).append(1, '\n');
        ++page.lines;
        if (page.body.size() >= kMaxPageBytes && index != wanted.back()) {
            page.cursor = index + 1;
            break;
        }
    }
    page.more = page.cursor < size && looked > 0;
    return page;
}

}  // namespace plumb::server
