// The caller's part of the log, in log order (PROTOCOL.md, GET /v1/records). Bounded in lines, bytes and rows looked
// at, so that no call holds a thread long, however little of the log its caller may read.
#pragma once

#include "sync-server/query/sources.h"

namespace plumb::server {

struct FeedPage {
    std::string body;          // "<index> <line>\n" each
    std::uint64_t cursor = 0;  // to ask with next
    std::size_t lines = 0;
    bool more = false;  // there is more to look at already
};

FeedPage readFeed(const Principal& caller, std::uint64_t after, std::size_t limit, const QuerySources& sources);

}  // namespace plumb::server
