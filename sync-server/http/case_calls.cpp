#include "shared/records/rectification/case_json.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/cases_query.h"
#include "sync-server/query/round_query.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kAnyKey = std::uint64_t{1} << 62;

tl::unexpected<Error> badQuery(std::string why) {
    return fail(ErrorKind::malformed, "bad_query", std::move(why));
}

// None where it is absent.
Result<std::optional<Day>> dayOf(const Request& request, const char* name) {
    const auto text = textOf(request, name);
    if (text.empty()) return std::optional<Day>();
    const auto day = parseDay(text);
    if (!day) return badQuery("\"" + std::string(name) + "\" must be a day like 2026-11-29");
    return day;
}

Result<std::optional<std::uint64_t>> keyOf(const Request& request) {
    if (!request.query.contains("after")) return std::optional<std::uint64_t>();
    const auto key = request.number("after", 0, kAnyKey);
    if (!key) return fail(key.error());
    return std::optional(*key);
}

Result<BoardQuestion> boardQuestion(const Request& request, TimePoint now) {
    BoardQuestion out;
    const auto column = boardColumn(textOf(request, "column"));
    if (!column) return badQuery("\"column\" must be to_order, with_enterprise, reported or closed");
    const auto due = dayOf(request, "due_before"), today = dayOf(request, "today");
    if (!due || !today) return fail(due ? today.error() : due.error());
    const auto overdue = textOf(request, "overdue");
    if (overdue != "" && overdue != "0" && overdue != "1") return badQuery("\"overdue\" must be 0 or 1");
    out.filter = {*column,
                  textOf(request, "region"),
                  textOf(request, "site"),
                  textOf(request, "inspector"),
                  textOf(request, "severity"),
                  *due};
    out.programme = textOf(request, "programme");
    if (const auto kind = textOf(request, "supervision"); !kind.empty()) {
        out.supervision = domain::supervisionNamed(kind);
        if (!out.supervision)
            return badQuery("\"supervision\" must be enforcement, improvement, association or declaration");
    }
    out.overdue = overdue == "1";
    out.today = today->value_or(std::chrono::floor<std::chrono::days>(now));
    const auto limit = request.number("limit", kDefaultPage, kMostPage, 1);
    if (!limit) return fail(limit.error());
    out.limit = *limit;
    if (const auto after = textOf(request, "after"); !after.empty()) {
        auto key = readBoardKey(after);
        if (!key) return fail(key.error());
        out.after = std::move(*key);
    }
    return out;
}

}  // namespace

Response queryFindings(const Request& request, Services& services) {
    const auto question = boardQuestion(request, services.clock().utc);
    if (!question) return problem(question.error());
    const auto reader = services.readers.borrow();
    return jsonResponse(listFindings(*question, *request.caller, services.board, sourcesOf(services, *reader)));
}

Response queryCases(const Request& request, Services& services) {
    CasesQuestion question;
    if (const auto state = textOf(request, "state"); !state.empty()) {
        question.state = records::caseStateNamed(state);
        if (!question.state)
            return problem(
                {ErrorKind::malformed, "bad_query",
                 "\"state\" must be submitted, returned, reviewed, ordered, closed, archived or incomplete"});
    }
    question.region = textOf(request, "region");
    question.site = textOf(request, "site");
    const auto limit = request.number("limit", kDefaultPage, kMostPage, 1);
    const auto before = keyOf(request);
    if (!limit || !before) return problem(limit ? before.error() : limit.error());
    question.limit = *limit;
    question.before = *before;
    const auto reader = services.readers.borrow();
    return jsonResponse(listCases(question, *request.caller, sourcesOf(services, *reader)));
}

Response queryAssessments(const Request& request, Services& services) {
    AssessmentsQuestion question{textOf(request, "round"), textOf(request, "site"), {}};
    const auto limit = request.number("limit", kDefaultPage, kMostPage, 1);
    const auto before = keyOf(request);
    if (!limit || !before) return problem(limit ? before.error() : limit.error());
    question.limit = *limit;
    question.before = *before;
    const auto reader = services.readers.borrow();
    return jsonResponse(listAssessments(question, *request.caller, sourcesOf(services, *reader)));
}

Response queryRounds(const Request&, Services& services) {
    const auto reader = services.readers.borrow();
    return jsonResponse(listRounds(sourcesOf(services, *reader)));
}

Response queryRoundSites(const Request& request, Services& services) {
    auto words = request.query;
    if (auto& today = words["today"]; today.empty())
        today = dayText(std::chrono::floor<std::chrono::days>(services.clock().utc));
    auto question = readRoundSitesQuestion(words);
    if (!question) return problem(question.error());
    const auto limit = request.number("limit", kDefaultPage, kMostPage, 1);
    if (!limit) return problem(limit.error());
    question->round = request.captures.front();
    question->limit = *limit;
    question->after = textOf(request, "after");
    const auto reader = services.readers.borrow();
    const auto answer = listRoundSites(*question, *request.caller, sourcesOf(services, *reader));
    return answer ? jsonResponse(*answer) : problem(answer.error());
}

}  // namespace plumb::server
