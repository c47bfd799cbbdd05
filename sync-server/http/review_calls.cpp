#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/previous_query.h"
#include "sync-server/query/review_filter.h"
#include "sync-server/query/reviews_query.h"

namespace plumb::server {
Response queryReviews(const Request& request, Services& services) {
    auto filter = readReviewFilter(request.query);
    if (!filter) return problem(filter.error());
    const auto order = askedNamed(request.query, "order", reviewOrderNamed, "waits, newest, score, score_down or risk");
    if (!order) return problem(order.error());
    ReviewQuestion question{std::move(*filter), {}, 0, services.clock().utc, order->value_or(ReviewOrder::waits)};
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
