// What was said about clauses: the list, and how many words there are of each clause.
#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/feedback_query.h"

namespace plumb::server {

Response queryFeedback(const Request& request, Services& services) {
    auto question = readFeedbackQuestion(request.query);
    if (!question) return problem(question.error());
    const auto page = pageAsked(request);
    if (!page) return problem(page.error());
    question->page = *page;
    const auto reader = services.readers.borrow();
    return jsonResponse(listFeedback(*question, *request.caller, sourcesOf(services, *reader)));
}

Response queryFeedbackCounts(const Request& request, Services& services) {
    const auto question = readFeedbackQuestion(request.query);
    if (!question) return problem(question.error());
    const auto reader = services.readers.borrow();
    return jsonResponse(countFeedback(*question, *request.caller, sourcesOf(services, *reader)));
}

}  // namespace plumb::server
