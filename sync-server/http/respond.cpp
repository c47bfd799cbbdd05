#include "sync-server/http/respond.h"

#include <spdlog/spdlog.h>

#include "sync-server/http/encoding.h"
#include "sync-server/http/problem.h"

namespace plumb::server {
namespace {

// Decoded once, also when a long poll asks the handler again.
Result<void> decode(Request& request, const Route& route, const Limits& limits) {
    const auto coding = request.header("content-encoding");
    if (coding.empty() || request.body.empty()) return {};
    auto decoded = decodeBody(coding, std::move(request.body), route.body == BodySize::small ? limits.smallBody : limits.body);
    if (!decoded) return fail(decoded.error());
    request.body = std::move(*decoded);
    std::erase_if(request.headers, [](const auto& header) { return header.first == "content-encoding"; });
    return {};
}

}  // namespace

Response respond(Request& request, const Route& route, Services& services) {
    Response response;
    try {
        const auto good = decode(request, route, services.limits);
        response = good ? route.handler(request, services) : problem(good.error());
        encodeResponse(response, request.header("accept-encoding"));
    } catch (const StoreFull& full) {
        spdlog::warn("{}: {}", route.pattern, full.what());
        response = problem({ErrorKind::full, "disk_full", "the server's disk is full; try again later"});
    } catch (const std::exception& broken) {
        spdlog::error("{}: {}", route.pattern, broken.what());
        response = problem({ErrorKind::broken, "internal", "the server failed at this call; its log says why"});
    }
    return response;
}

}  // namespace plumb::server
