#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/chain_query.h"
#include "sync-server/query/inspections_query.h"
#include "sync-server/query/record_query.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kDefaultPage = 50, kMostPage = 200;
constexpr std::uint64_t kAnyKey = std::uint64_t{1} << 62;

}  // namespace

Response queryMe(const Request& request, Services&) {
    return jsonResponse(describeCaller(*request.caller));
}

Response queryChain(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    return jsonResponse(describeChain(*request.caller, *reader));
}

Response queryInspections(const Request& request, Services& services) {
    InspectionsQuestion question;
    if (const auto status = request.query.find("status"); status != request.query.end()) {
        const auto read = statusByName(status->second);
        if (!read) return problem(read.error());
        question.status = *read;
    }
    const auto limit = request.number("limit", kDefaultPage, kMostPage, 1);
    if (!limit) return problem(limit.error());
    question.limit = *limit;
    if (request.query.contains("after")) {
        const auto after = request.number("after", 0, kAnyKey);
        if (!after) return problem(after.error());
        question.after = *after;
    }
    const auto reader = services.readers.borrow();
    return jsonResponse(
        listInspections(question, *request.caller, {*reader, services.trust, services.blobs, services.head.get()}));
}

Response queryRecord(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    const auto record = describeRecord(request.captures.front(), *request.caller,
                                       {*reader, services.trust, services.blobs, services.head.get()});
    return record ? jsonResponse(*record) : problem(record.error());
}

}  // namespace plumb::server
