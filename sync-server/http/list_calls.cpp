#include "sync-server/http/list_calls.h"

#include "sync-server/query/asked.h"

namespace plumb::server {

QuerySources sourcesOf(Services& services, StoreReader& reader) {
    return {reader, services.trust, services.blobs, services.head.get()};
}

std::string textOf(const Request& request, const char* name) {
    return askedText(request.query, name);
}

Result<PageAsked> pageAsked(const Request& request) {
    PageAsked out;
    const auto limit = request.number("limit", kDefaultPage, kMostPage, 1);
    if (!limit) return fail(limit.error());
    out.limit = *limit;
    if (!request.query.contains("after")) return out;
    const auto from = request.number("after", 0, std::uint64_t{1} << 62);
    if (!from) return fail(from.error());
    out.from = *from;
    return out;
}

}  // namespace plumb::server
