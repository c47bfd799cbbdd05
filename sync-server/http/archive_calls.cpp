// Lists of archived cases that are disposed of, and what followed failed items under their kinds of supervision.
#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/archive_query.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/referrals_query.h"

namespace plumb::server {
namespace {

Result<ReferralsQuestion> readReferralsQuestion(const Request& request) {
    ReferralsQuestion out;
    const auto kind = askedNamed(request.query, "kind", domain::supervisionNamed,
                                 "enforcement, improvement, association or declaration");
    const auto state =
        askedNamed(request.query, "state", records::referralStateNamed, "referred, received, concluded or declined");
    const auto open = askedFlag(request.query, "open");
    const auto region = askedRegion(request.query);
    if (!kind) return fail(kind.error());
    if (!state) return fail(state.error());
    if (!open) return fail(open.error());
    if (!region) return fail(region.error());
    out.kind = *kind;
    out.state = *state;
    out.open = *open;
    out.region = *region;
    out.year = textOf(request, "year");
    if (!out.year.empty() && (out.year.size() != 4 || out.year.find_first_not_of("0123456789") != std::string::npos))
        return fail(ErrorKind::malformed, "bad_query", "\"year\" must have four digits");
    out.site = textOf(request, "site");
    out.of = textOf(request, "of");
    const auto page = pageAsked(request);
    if (!page) return fail(page.error());
    out.page = *page;
    return out;
}

}  // namespace

Response queryReferrals(const Request& request, Services& services) {
    const auto question = readReferralsQuestion(request);
    if (!question) return problem(question.error());
    const auto reader = services.readers.borrow();
    return jsonResponse(listReferrals(*question, *request.caller, sourcesOf(services, *reader)));
}

Response queryDisposals(const Request& request, Services& services) {
    DisposalsQuestion question;
    const auto state = askedNamed(request.query, "state", records::disposalStateNamed, "proposed, approved or refused");
    const auto region = askedRegion(request.query);
    const auto page = pageAsked(request);
    if (!state) return problem(state.error());
    if (!region) return problem(region.error());
    if (!page) return problem(page.error());
    question.state = *state;
    question.region = *region;
    question.page = *page;
    const auto reader = services.readers.borrow();
    return jsonResponse(listDisposals(question, *request.caller, sourcesOf(services, *reader)));
}

}  // namespace plumb::server
