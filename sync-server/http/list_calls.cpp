#include "sync-server/http/list_calls.h"

namespace plumb::server {

QuerySources sourcesOf(Services& services, StoreReader& reader) {
    return {reader, services.trust, services.blobs, services.head.get()};
}

std::string textOf(const Request& request, const char* name) {
    return textIf(request, name).value_or(std::string());
}

std::optional<std::string> textIf(const Request& request, const char* name) {
    const auto found = request.query.find(name);
    return found == request.query.end() ? std::nullopt : std::optional(found->second);
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
