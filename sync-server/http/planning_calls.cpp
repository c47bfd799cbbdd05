#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/archive_query.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/checks_query.h"
#include "sync-server/query/draws_query.h"
#include "sync-server/query/plans_query.h"
#include "sync-server/query/published_query.h"
#include "sync-server/query/tasks_query.h"
#include "sync-server/query/visits_query.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kFirstYear = 2000, kLastYear = 2999;  // as of plans
constexpr std::size_t kMostSites = 200;                       // a draw's list in one question

// `ask` answers from what is borrowed for it.
template <typename Ask>
Response answered(Services& services, const Ask& ask) {
    const auto reader = services.readers.borrow();
    return jsonResponse(ask(sourcesOf(services, *reader)));
}

// A list whose pages go by an index of the log.
template <typename Read, typename List>
Response paged(const Request& request, Services& services, const Read& read, const List& list) {
    auto question = read(request.query);
    if (!question) return problem(question.error());
    const auto page = pageAsked(request);
    if (!page) return problem(page.error());
    question->page = *page;
    return answered(services, [&](const auto& from) { return list(*question, *request.caller, from); });
}

}  // namespace

Response queryTasks(const Request& request, Services& services) {
    auto question = readTasksQuestion(request.query);
    if (!question) return problem(question.error());
    if (const auto after = textOf(request, "after"); !after.empty()) {
        const auto key = readTaskKey(after);
        if (!key) return problem(key.error());
        question->after = *key;
    }
    const auto limit = request.number("limit", kDefaultPage, kMostPage, 1);
    if (!limit) return problem(limit.error());
    question->limit = *limit;
    return answered(services, [&](const auto& from) { return listTasks(*question, *request.caller, from); });
}

Response queryChecks(const Request& request, Services& services) {
    return paged(request, services, readChecksQuestion, listChecks);
}

Response queryPlans(const Request& request, Services& services) {
    return paged(request, services, readPlansQuestion, listPlans);
}

Response queryPublished(const Request& request, Services& services) {
    return paged(request, services, readPublishedQuestion, listPublished);
}

Response queryArchive(const Request& request, Services& services) {
    ArchiveQuestion question;
    const auto today = parseDay(textOf(request, "today"));
    const auto due = textOf(request, "due");
    const auto disposed = askedFlag(request.query, "disposed");
    if (!disposed) return problem(disposed.error());
    question.disposed = *disposed;
    question.year = textOf(request, "year");
    const bool isYear = question.year.empty() || (question.year.size() == 4 &&
                                                  question.year.find_first_not_of("0123456789") == std::string::npos);
    question.term = textOf(request, "term");
    const bool isTerm =
        question.term.empty() || question.term == "permanent" || question.term == "30" || question.term == "10";
    question.region = textOf(request, "region");
    if (!today || !isYear || !isTerm || !domain::isRegion(question.region) || (due != "" && due != "0" && due != "1"))
        return problem({ErrorKind::malformed, "bad_query",
                        "\"today\" must be a day, \"year\" of four digits, \"term\" permanent, 30 or 10, \"region\" a "
                        "code, \"due\" 0 or 1"});
    question.today = *today;
    question.kind = textOf(request, "kind");
    question.due = due == "1";
    const auto page = pageAsked(request);
    if (!page) return problem(page.error());
    question.page = *page;
    return answered(services, [&](const auto& from) { return listArchive(question, *request.caller, from); });
}

Response queryInspectors(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    const auto told = listInspectors(textOf(request, "region"), *request.caller, sourcesOf(services, *reader));
    return told ? jsonResponse(*told) : problem(told.error());
}

Response queryVisits(const Request& request, Services& services) {
    VisitsQuestion question;
    const auto year = request.number("year", 0, kLastYear, kFirstYear);
    if (!year) return problem(year.error());
    question.year = static_cast<int>(*year);
    // Without a day the registers are those of today, or of the year's first day where it is another year.
    const auto today = std::chrono::floor<std::chrono::days>(services.clock().utc);
    const bool now = static_cast<int>(std::chrono::year_month_day(today).year()) == question.year;
    question.day = now ? today : Day{std::chrono::year(question.year) / std::chrono::January / 1};
    if (!textOf(request, "day").empty()) {
        const auto day = askedDay(request.query, "day");
        if (!day) return problem(day.error());
        question.day = *day;
    }
    const auto sites = textOf(request, "sites");
    for (std::size_t from = 0; from < sites.size();) {
        const auto end = std::min(sites.find(',', from), sites.size());
        if (end > from) question.sites.push_back(sites.substr(from, end - from));
        from = end + 1;
    }
    if (*year == 0 || question.sites.empty() || question.sites.size() > kMostSites)
        return problem({ErrorKind::malformed, "bad_query",
                        "\"year\" must be a year, and \"sites\" one to 200 ids with commas between"});
    return answered(services, [&](const auto& from) { return countVisits(question, *request.caller, from); });
}

Response queryDraws(const Request& request, Services& services) {
    const auto page = pageAsked(request);
    if (!page) return problem(page.error());
    return answered(services, [&](const auto& from) { return listDraws(*page, *request.caller, from); });
}

Response queryDraw(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    const auto told = describeDraw(request.captures.front(), *request.caller, sourcesOf(services, *reader));
    return told ? jsonResponse(*told) : problem(told.error());
}

}  // namespace plumb::server
