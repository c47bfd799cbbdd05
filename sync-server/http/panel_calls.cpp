// Panels of experts.
#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/panels_query.h"

namespace plumb::server {
namespace {

// "true", "false"; none where it is absent.
Result<std::optional<bool>> flagOf(const Request& request, const char* name) {
    const auto text = textOf(request, name);
    if (text.empty()) return std::optional<bool>();
    if (text == "true" || text == "false") return std::optional(text == "true");
    return fail(ErrorKind::malformed, "bad_query", "\"" + std::string(name) + "\" must be true or false");
}

}  // namespace

Response queryPanels(const Request& request, Services& services) {
    PanelsQuestion question;
    const auto over = flagOf(request, "over"), mine = flagOf(request, "mine");
    if (!over) return problem(over.error());
    if (!mine) return problem(mine.error());
    question.over = *over;
    question.mine = mine->value_or(false);
    question.region = textOf(request, "region");
    question.site = textOf(request, "site");
    question.of = textOf(request, "of");
    const auto page = pageAsked(request);
    if (!page) return problem(page.error());
    question.page = *page;
    const auto reader = services.readers.borrow();
    return jsonResponse(listPanels(question, *request.caller, sourcesOf(services, *reader)));
}

Response queryPanelRule(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    const auto told = panelRuleFor(textOf(request, "of"), *request.caller, sourcesOf(services, *reader));
    return told ? jsonResponse(*told) : problem(told.error());
}

}  // namespace plumb::server
