// Panels of experts.
#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/panels_query.h"

namespace plumb::server {
Response queryPanels(const Request& request, Services& services) {
    PanelsQuestion question;
    const auto over = askedFlagIf(request.query, "over");
    const auto mine = askedFlag(request.query, "mine");
    const auto region = askedRegion(request.query);
    if (!over) return problem(over.error());
    if (!mine) return problem(mine.error());
    if (!region) return problem(region.error());
    question.over = *over;
    question.mine = *mine;
    question.region = *region;
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
