#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/previous_query.h"
#include "sync-server/query/reviews_query.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kMostDays = 3650;

Result<std::optional<bool>> flagOf(const Request& request, const char* name) {
    const auto text = textOf(request, name);
    if (text.empty()) return std::optional<bool>();
    if (text == "0" || text == "1") return std::optional(text == "1");
    return fail(ErrorKind::malformed, "bad_query", "\"" + std::string(name) + "\" must be 0 or 1");
}

Result<ReviewFilter> filterOf(const Request& request) {
    ReviewFilter out;
    const auto family = textOf(request, "family");
    if (family != "" && family != "inspection" && family != "assessment")
        return fail(ErrorKind::malformed, "bad_query", "\"family\" must be inspection or assessment");
    out.family = family == "assessment" ? Family::assessment : Family::inspection;
    out.programme = textIf(request, "programme");
    out.grade = textIf(request, "grade");
    out.region = textOf(request, "region");
    out.checklist = textOf(request, "checklist");
    out.kind = textOf(request, "kind");
    out.inspector = textOf(request, "inspector");
    out.assigned = textOf(request, "assigned");
    const auto findings = flagOf(request, "findings"), veto = flagOf(request, "veto"),
               second = flagOf(request, "second");
    const auto threads = textOf(request, "threads");
    const auto days = request.number("days", 0, kMostDays);
    if (!findings) return fail(findings.error());
    if (!veto) return fail(veto.error());
    if (!second) return fail(second.error());
    if (threads != "" && threads != "open" && threads != "answered")
        return fail(ErrorKind::malformed, "bad_query", "\"threads\" must be open or answered");
    if (!days) return fail(days.error());
    out.findings = *findings;
    out.veto = *veto;
    out.second = *second;
    if (!threads.empty()) out.threads = threads == "open" ? ThreadState::open : ThreadState::answered;
    out.days = static_cast<int>(*days);
    return out;
}

}  // namespace

Response queryReviews(const Request& request, Services& services) {
    auto filter = filterOf(request);
    if (!filter) return problem(filter.error());
    ReviewQuestion question{std::move(*filter), {}, 0, services.clock().utc};
    const auto limit = request.number("limit", kDefaultPage, kMostPage, 1);
    if (!limit) return problem(limit.error());
    question.limit = *limit;
    if (const auto after = textOf(request, "after"); !after.empty()) {
        const auto key = readReviewKey(after);
        if (!key) return problem(key.error());
        question.after = *key;
    }
    const auto reader = services.readers.borrow();
    return jsonResponse(listReviews(question, *request.caller, services.desk, sourcesOf(services, *reader)));
}

Response queryPrevious(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    const auto told = previousOf(request.captures.front(), *request.caller, sourcesOf(services, *reader));
    return told ? jsonResponse(*told) : problem(told.error());
}

Response queryReviewers(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    const auto told = listReviewers(textOf(request, "region"), *request.caller, sourcesOf(services, *reader));
    return told ? jsonResponse(*told) : problem(told.error());
}

}  // namespace plumb::server
