#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/statistics_query.h"

namespace plumb::server {
namespace {

bool isYear(std::string_view text) {
    return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos && text > "0000";
}

Result<void> checkPlace(const std::string& year, const std::string& region) {
    if (!isYear(year)) return fail(ErrorKind::malformed, "bad_query", "\"year\" must have four digits");
    if (!domain::isRegion(region))
        return fail(ErrorKind::malformed, "bad_query", "\"region\" must have two, four or six digits");
    return {};
}

DocumentOf documentsOf(Services& services) {
    return [&checklists = services.stateless.checklists()](const Sha256& sha256) {
        const auto found = checklists.find(sha256);
        return found ? *found : nullptr;
    };
}

Result<std::optional<bool>> yesOrNo(const Request& request, const char* name) {
    const auto text = askedTextIf(request.query, name);
    if (!text) return std::optional<bool>();
    if (*text != "yes" && *text != "no")
        return fail(ErrorKind::malformed, "bad_query", "\"" + std::string(name) + "\" must be yes or no");
    return std::optional(*text == "yes");
}

}  // namespace

Response queryStatistics(const Request& request, Services& services) {
    StatisticsQuestion question;
    question.year = textOf(request, "year");
    question.region = textOf(request, "region");
    question.programme = askedTextIf(request.query, "programme");
    if (const auto good = checkPlace(question.year, question.region); !good) return problem(good.error());
    const auto today = parseDay(textOf(request, "today"));
    if (!today) return problem({ErrorKind::malformed, "bad_query", "\"today\" must be a day"});
    question.today = *today;
    const auto reader = services.readers.borrow();
    const auto told =
        tellStatistics(question, *request.caller, services.board, documentsOf(services), sourcesOf(services, *reader));
    return told ? jsonResponse(*told) : problem(told.error());
}

Response queryStatisticRecords(const Request& request, Services& services) {
    StatisticRecordsQuestion question;
    auto& filter = question.filter;
    filter.year = textOf(request, "year");
    question.region = textOf(request, "region");
    if (const auto good = checkPlace(filter.year, question.region); !good) return problem(good.error());
    filter.programme = askedTextIf(request.query, "programme");
    filter.month = askedTextIf(request.query, "month");
    filter.sector = askedTextIf(request.query, "sector");
    filter.kind = askedTextIf(request.query, "kind");
    filter.checklist = askedTextIf(request.query, "checklist");
    filter.item = askedTextIf(request.query, "item");
    filter.site = askedTextIf(request.query, "site");
    question.person = textOf(request, "person");
    const auto passed = yesOrNo(request, "passed"), failed = yesOrNo(request, "item_failed");
    if (!passed) return problem(passed.error());
    if (!failed) return problem(failed.error());
    question.passed = *passed;
    question.itemFailed = *failed;
    const auto page = pageAsked(request);
    if (!page) return problem(page.error());
    question.page = *page;
    const auto reader = services.readers.borrow();
    const auto told =
        listStatisticRecords(question, *request.caller, documentsOf(services), sourcesOf(services, *reader));
    return told ? jsonResponse(*told) : problem(told.error());
}

}  // namespace plumb::server
