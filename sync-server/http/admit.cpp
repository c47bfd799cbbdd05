#include "sync-server/http/admit.h"

#include "sync-server/http/problem.h"
#include "sync-server/http/sequencer_link.h"
#include "sync-server/http/tuning.h"
#include "sync-server/intake/tuning.h"

namespace plumb::server {
namespace {

constexpr std::string_view kBearer = "Bearer ";

Result<Principal> callerOf(const Request& request, Services& services) {
    const auto header = request.header("authorization");
    if (header.size() <= kBearer.size() || header.substr(0, kBearer.size()) != kBearer) {
        return fail(ErrorKind::forbidden, "token_missing",
                    "this call needs \"Authorization: Bearer …\"; ask for a token at /v1/token");
    }
    const auto kid = services.tokens.find(header.substr(kBearer.size()));
    if (!kid) return fail(kid.error());
    auto caller = services.trust.principal(*kid);
    // A token is given to enrolled keys alone: the front end that gave it knows a line that this one does not know yet.
    // The caller asks for another one, and whoever gives that looks first.
    if (!caller && services.frontEnd && caller.error().code == "key_unknown")
        return fail(ErrorKind::expired, "token_expired",
                    "this front end does not know the key yet; ask for a new token");
    return caller;
}

// Some proxies let no PATCH through, or no DELETE: tus then says them as a POST with this header. Nothing else may be
// said so.
void readOverride(Request& request) {
    if (request.method != Method::post) return;
    const auto meant = request.header("x-http-method-override");
    if (meant == "PATCH") request.method = Method::patch;
    if (meant == "DELETE") request.method = Method::remove;
}

Admission refuse(const Error& error) {
    Admission out;
    out.refusal = problem(error);
    return out;
}

}  // namespace

std::size_t bodyLimitOf(BodySize size, const Limits& limits) {
    switch (size) {
        case BodySize::none:
            return 0;
        case BodySize::open:
            return limits.openBody;
        case BodySize::small:
            return limits.smallBody;
        case BodySize::large:
            return limits.body;
        case BodySize::streamed:
            return limits.file;
        case BodySize::pack:
            return static_cast<std::size_t>(limits.pack);
        case BodySize::complaint:
            return kMostSubmissionBytes;
        case BodySize::handed:
            return std::max<std::size_t>(limits.body, kMostSubmissionBytes) + kHandedFrames;
    }
    return 0;
}

Result<void> renewCaller(Request& request, const Services& services) {
    if (!request.caller) return {};
    auto caller = services.trust.principal(request.caller->kid);
    if (!caller) return fail(caller.error());
    request.caller = std::move(*caller);
    return {};
}

Admission admit(Request& request, std::optional<std::uint64_t> contentLength, Services& services) {
    readOverride(request);
    auto found = findRoute(request.method, request.path);
    if (!found.route) {
        if (found.allow.empty())
            return refuse({ErrorKind::notFound, "not_found", "there is no call " + request.path.substr(0, 200)});
        auto out = refuse({ErrorKind::unsupported, "method_not_allowed", "this address takes " + found.allow});
        out.refusal.with("Allow", found.allow);
        return out;
    }
    request.captures = std::move(found.captures);
    const auto& route = *found.route;
    if (route.access == Access::frontEnd) {
        request.frontEnd = services.link && services.link->isWord(request.header("authorization"));
        if (!request.frontEnd)
            return refuse({ErrorKind::notFound, "not_found", "there is no call " + request.path.substr(0, 200)});
    }
    if (route.access == Access::loopback && !request.loopback) {
        return refuse({ErrorKind::forbidden, "loopback_only", "this page is for the server's own machine"});
    }
    if (route.access == Access::token) {
        auto caller = callerOf(request, services);
        if (!caller) {
            auto out = refuse(caller.error());
            if (out.refusal.status == 401) out.refusal.with("WWW-Authenticate", "Bearer");
            return out;
        }
        request.caller = std::move(*caller);
    }
    Admission out;
    out.bodyLimit = bodyLimitOf(route.body, services.limits);
    if (contentLength && *contentLength > out.bodyLimit) {
        return refuse({ErrorKind::tooLarge, "body_too_large",
                       "the body has " + std::to_string(*contentLength) + " bytes, this call takes at most " +
                           std::to_string(out.bodyLimit)});
    }
    request.room =
        ReadRoom::Share(request.caller || request.frontEnd ? services.rooms.bodies : services.rooms.openBodies);
    out.route = &route;
    return out;
}

}  // namespace plumb::server
