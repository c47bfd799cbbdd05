#include <chrono>
#include <thread>

#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/chain_query.h"
#include "sync-server/query/chains_query.h"
#include "sync-server/query/inspections_query.h"
#include "sync-server/query/record_query.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kMostChains = 1000;
constexpr std::uint64_t kAnyKey = std::uint64_t{1} << 62;
constexpr int kHeadTries = 100;

}  // namespace

Response queryMe(const Request& request, Services&) {
    return jsonResponse(describeCaller(*request.caller));
}

Response queryChain(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    return jsonResponse(describeChain(*request.caller, *reader));
}

Response queryChains(const Request& request, Services& services) {
    ChainsQuestion question;
    const auto limit = request.number("limit", kMostChains, kMostChains, 1);
    if (!limit) return problem(limit.error());
    question.limit = *limit;
    if (const auto after = request.query.find("after"); after != request.query.end()) question.after = after->second;
    const auto reader = services.readers.borrow();
    auto answer = listChains(question, *request.caller, sourcesOf(services, *reader), services.lastCalls);
    answer["now"] = formatInstant(services.clock());
    return jsonResponse(answer);
}

Response queryChainOf(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    const auto chain = describeChainOf(request.captures.front(), *request.caller, sourcesOf(services, *reader));
    return chain ? jsonResponse(*chain) : problem(chain.error());
}

Response queryInspections(const Request& request, Services& services) {
    InspectionsQuestion question;
    if (const auto status = request.query.find("status"); status != request.query.end()) {
        const auto read = statusByName(status->second);
        if (!read) return problem(read.error());
        question.status = *read;
    }
    if (const auto family = request.query.find("family"); family != request.query.end()) {
        if (family->second != "inspection" && family->second != "assessment")
            return problem({ErrorKind::malformed, "bad_query", "\"family\" must be inspection or assessment"});
        question.family = family->second == "assessment" ? Family::assessment : Family::inspection;
    }
    if (const auto site = request.query.find("site"); site != request.query.end()) question.site = site->second;
    const auto limit = request.number("limit", kDefaultPage, kMostPage, 1);
    if (!limit) return problem(limit.error());
    question.limit = *limit;
    if (request.query.contains("after")) {
        const auto after = request.number("after", 0, kAnyKey);
        if (!after) return problem(after.error());
        question.after = *after;
    }
    const auto reader = services.readers.borrow();
    return jsonResponse(listInspections(question, *request.caller, sourcesOf(services, *reader)));
}

Response queryRecord(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    for (int left = kHeadTries;; --left) {
        const auto record = describeRecord(request.captures.front(), *request.caller, sourcesOf(services, *reader));
        if (record) return jsonResponse(*record);
        if (left == 0 || record.error().code != kHeadBehind) return problem(record.error());
        // The writer committed and is about to publish the new head: that is a matter of microseconds.
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

}  // namespace plumb::server
