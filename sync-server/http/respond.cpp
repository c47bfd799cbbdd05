#include "sync-server/http/respond.h"

#include <spdlog/spdlog.h>

#include "sync-server/http/admit.h"
#include "sync-server/http/encoding.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/sequencer_link.h"
#include "sync-server/http/tuning.h"

namespace plumb::server {
namespace {

// Decoded once, also when a long poll asks the handler again.
Result<void> decode(Request& request, const Route& route, const Limits& limits) {
    const auto coding = request.header("content-encoding");
    if (coding.empty() || request.body.empty()) return {};
    auto decoded = decodeBody(coding, std::move(request.body), bodyLimitOf(route.body, limits));
    if (!decoded) return fail(decoded.error());
    request.body = std::move(*decoded);
    std::erase_if(request.headers, [](const auto& header) { return header.first == "content-encoding"; });
    return {};
}

// What one front end answered is behind no other one's answer: before a call is worked on, the front end knows all that
// the log held when it came, and who calls by that. Pages that tell how the front end itself is are always given.
Result<void> lookAround(Request& request, const Route& route, Services& services) {
    const bool ofLog = route.access != Access::loopback && route.access != Access::frontEnd &&
                       route.pattern != "/healthz" && route.pattern != "/**";
    if (!services.frontEnd || !ofLog) return {};
    if (const auto good = services.frontEnd->current(); !good) return good;
    return renewCaller(request, services);
}

// What broke is told to the operator in full and to the caller in a sentence.
template <class Work>
Error caught(const Route& route, Work work) {
    try {
        work();
        return {};
    } catch (const StoreFull& full) {
        spdlog::warn("{}: {}", route.pattern, full.what());
        return {ErrorKind::full, "disk_full", "the server's disk is full; try again later"};
    } catch (const BlobsAway& away) {
        spdlog::error("{}: {}", route.pattern, away.what());
        return {ErrorKind::offline, "files_away",
                "the store of the files cannot be reached now; what came is kept, try again later"};
    } catch (const sql::Lost& lost) {
        spdlog::error("{}: {}", route.pattern, lost.what());
        return {ErrorKind::offline, "busy", "the log's database cannot be reached just now; try again in a moment"};
    } catch (const DamagedLine& damaged) {
        spdlog::critical("{}: {}", route.pattern, damaged.what());
        return {ErrorKind::broken, "line_damaged",
                "a line of this log is no longer what was taken in, and is not handed out; tell the operator"};
    } catch (const std::exception& broken) {
        spdlog::error("{}: {}", route.pattern, broken.what());
        return {ErrorKind::broken, "internal", "the server failed at this call; its log says why"};
    }
}

// Every answer to an upload speaks of the protocol of uploads.
Response refusalOf(const Error& error, const Route& route) {
    auto response = problem(error);
    if (route.body != BodySize::streamed) return response;
    response.with("Tus-Resumable", "1.0.0");
    if (error.code == "tus_version") response.with("Tus-Version", "1.0.0");
    return response;
}

}  // namespace

Response respond(Request& request, const Route& route, Services& services) {
    Response response;
    const auto broken = caught(route, [&] {
        const auto good = decode(request, route, services.limits);
        // What is unfolded is bounded by the number of workers; what it becomes when it is parsed, by this.
        std::optional<WorkRoom::Hold> hold;
        if (route.body == BodySize::large || route.body == BodySize::handed)
            hold.emplace(services.rooms.parsed, request.body.size() * kParsedFactor);
        const auto current = good ? lookAround(request, route, services) : Result<void>();
        const bool elsewhere = route.atSequencer && services.frontEnd && !services.frontEnd->sequencing();
        response = !good       ? problem(good.error())
                   : !current  ? problem(current.error())
                   : elsewhere ? services.link->call(services.frontEnd->state().address, request)
                               : route.handler(request, services);
        if (response.status == 503 && response.header("Retry-After").empty()) response.with("Retry-After", kRetryAfter);
        encodeResponse(response, request.header("accept-encoding"));
    });
    return broken.code.empty() ? response : problem(broken);
}

Pulled pullFrom(BodySource& source, std::string& piece, const Route& route) {
    Pulled out;
    const auto broken = caught(route, [&] {
        const auto more = source.next(piece);
        out.more = more && *more;
        if (!more) out.refusal = problem(more.error());
    });
    if (!broken.code.empty()) out.refusal = problem(broken);
    return out;
}

OpenedSink openSink(const Request& request, const Route& route, Services& services) {
    OpenedSink out;
    const auto broken = caught(route, [&] {
        if (const auto good = services.frontEnd ? services.frontEnd->current() : Result<void>(); !good) {
            out.refusal = refusalOf(good.error(), route);
            return;
        }
        auto sink = route.open(request, services);
        if (sink)
            out.sink = std::move(*sink);
        else
            out.refusal = refusalOf(sink.error(), route);
    });
    if (!broken.code.empty()) out.refusal = refusalOf(broken, route);
    return out;
}

std::optional<Response> appendTo(BodySink& sink, ByteView bytes, const Route& route) {
    std::optional<Response> out;
    const auto broken = caught(route, [&] {
        if (const auto good = sink.append(bytes); !good) out = refusalOf(good.error(), route);
    });
    if (!broken.code.empty()) out = refusalOf(broken, route);
    return out;
}

Response finishSink(BodySink& sink, const Route& route) {
    Response response;
    const auto broken = caught(route, [&] { response = sink.finish(); });
    return broken.code.empty() ? response : refusalOf(broken, route);
}

bool cutSink(BodySink& sink, const Route& route) {
    return caught(route, [&] { sink.cut(); }).code.empty();
}

}  // namespace plumb::server
