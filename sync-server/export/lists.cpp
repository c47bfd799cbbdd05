#include "sync-server/export/lists.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "sync-server/export/tuning.h"
#include "sync-server/projections/rounds/round_rows.h"
#include "sync-server/query/checks_query.h"
#include "sync-server/query/complaints_query.h"
#include "sync-server/query/feedback_query.h"
#include "sync-server/query/plans_query.h"
#include "sync-server/query/published_query.h"
#include "sync-server/query/ratings_query.h"
#include "sync-server/query/round_query.h"
#include "sync-server/query/tasks_query.h"

namespace plumb::server {
namespace {

using enum ListShape;

// Checks.
constexpr ListColumn kChecks[] = {
    {"id", "id"},
    {"state", "state", word, "check_state"},
    {"site", "site"},
    {"site_name", "site_name"},
    {"region", "region"},
    {"region_name", "region", region},
    {"task_kind", "says.kind", word, "task_kind"},
    {"mode", "says.mode", word, "mode"},
    {"planned", "says.planned", day},
    {"reason", "says.reason"},
    {"basis", "says.basis"},
    {"checklist", "says.checklist"},
    {"programme_id", "says.programme"},
    {"items", "says.items", texts},
    {"team", "team", names},
    {"proposed_by", "author"},
    {"proposed", "at", moment},
    {"made_before", "says.year.made", count},
    {"cap", "says.year.most", count},
    {"counted", "says.year.counted", flag},
    {"over_reason", "says.year.over"},
    {"urgent_reason", "says.urgent.reason"},
    {"decided_by", "decided.author"},
    {"decided", "decided.at", moment},
    {"decision", "decided.says.reason"},
    {"task", "task"},
    {"inspection", "inspection"},
    {"log_index", "index", count},
};
constexpr ListFilter kChecksFilters[] = {{"state", "check_state"}, {"region"}, {"site"}};

// Tasks.
constexpr ListColumn kTasks[] = {
    {"id", "id"},
    {"state", "state", word, "task_state"},
    {"site", "site"},
    {"site_name", "site_name"},
    {"region", "region"},
    {"region_name", "region", region},
    {"task_kind", "says.kind", word, "task_kind"},
    {"checklist", "says.checklist"},
    {"programme_id", "says.programme"},
    {"team", "team", names},
    {"due", "says.due", day},
    {"instructions", "says.instructions"},
    {"draw", "says.draw.of"},
    {"draw_number", "says.draw.number", count},
    {"check", "says.check"},
    {"assigned_by", "author"},
    {"assigned", "at", moment},
    {"version", "version", count},
    {"inspection", "inspection"},
    {"cancel_reason", "cancelled.reason"},
    {"log_index", "index", count},
};
constexpr ListFilter kTasksFilters[] = {{"state", "task_state"}, {"region"}, {"site"}, {"person"}, {"draw"}};

// Plans: a row a batch, of the version in force, else of the newest.
constexpr ListColumn kPlans[] = {
    {"id", "id"},
    {"year", "says.year", count},
    {"title", "says.title"},
    {"region", "region"},
    {"region_name", "region", region},
    {"state", "state", word, "plan_state"},
    {"of_region", "of_region", flag},
    {"basis", "says.basis"},
    {"cap", "says.most", count},
    {"batch", "batch.name"},
    {"task_kind", "batch.kind", word, "task_kind"},
    {"checklist", "batch.checklist"},
    {"programme_id", "batch.programme"},
    {"from", "batch.from", day},
    {"until", "batch.until", day},
    {"quota", "batch.quota", count},
    {"team_size", "batch.team", count},
    {"strata", "batch.strata_said"},
    {"months", "batch.months_said"},
    {"draws", "progress.draws", count},
    {"drawn", "progress.drawn", count},
    {"tasks", "progress.tasks", count},
    {"done", "progress.done", count},
    {"proposed_by", "author"},
    {"proposed", "at", moment},
    {"decided_by", "decided.author"},
    {"decided", "decided.at", moment},
    {"published", "published.at", moment},
    {"where", "published.says.where"},
    {"versions", "versions", count},
    {"log_index", "index", count},
};
constexpr ListFilter kPlansFilters[] = {{"state", "plan_state"}, {"region"}};

// "A 100‰; B 50‰"; and of the months, all strata together, "3: 5; 4: 10".
std::string strataSaid(const json::object& batch) {
    std::string out;
    const auto* strata = batch.if_contains("strata");
    if (!strata || !strata->is_array()) return out;
    for (const auto& one : strata->get_array()) {
        const auto& stratum = one.as_object();
        out += (out.empty() ? "" : "; ") + textOr(stratum, "name") + ' ' +
               std::to_string(stratum.at("permille").as_int64()) + "\u2030";
    }
    return out;
}

std::string monthsSaid(const json::object& batch) {
    std::array<std::int64_t, 12> sum{};
    bool any = false;
    const auto add = [&](const json::object& from) {
        const auto* months = from.if_contains("months");
        if (!months) return;
        any = true;
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += months->as_array().at(i).as_int64();
    };
    add(batch);
    if (const auto* strata = batch.if_contains("strata"))
        for (const auto& one : strata->as_array()) add(one.as_object());
    if (!any) return {};
    std::string out;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        if (sum[i] > 0) out += (out.empty() ? "" : "; ") + std::to_string(i + 1) + ": " + std::to_string(sum[i]);
    }
    return out;
}

std::vector<json::object> rowsOfPlan(const json::object& plan) {
    const auto& versions = plan.at("versions").as_array();
    const auto* shown = &versions.back().as_object();
    for (const auto& one : versions) {
        if (one.at("id") == plan.at("in_force")) shown = &one.as_object();
    }
    const auto& progress = plan.at("batches").as_array();
    std::vector<json::object> out;
    std::size_t i = 0;
    for (const auto& said : shown->at("says").at("batches").as_array()) {
        auto row = *shown;
        auto batch = said.as_object();
        batch["strata_said"] = strataSaid(batch);
        batch["months_said"] = monthsSaid(batch);
        row["batch"] = std::move(batch);
        row["progress"] = progress.at(i++);
        row["versions"] = versions.size();
        if (const auto& regions = plan.at("regions"); regions.is_string()) row["of_region"] = regions == plan.at("id");
        for (const char* name : {"id", "region", "state", "index"}) row[name] = plan.at(name);
        out.push_back(std::move(row));
    }
    return out;
}

// Results and their publication.
constexpr ListColumn kPublications[] = {
    {"inspection", "inspection"},
    {"state", "state", word, "publishing"},
    {"site", "site"},
    {"name", "says.result.name"},
    {"code", "says.result.code"},
    {"region", "region"},
    {"region_name", "region", region},
    {"checked", "says.result.checked", day},
    {"kind", "says.result.kind", word, "kind"},
    {"checklist", "says.result.checklist"},
    {"checklist_version", "says.result.version"},
    {"grade", "says.result.grade"},
    {"findings", "says.result.findings", count},
    {"due", "due", day},
    {"day_count", "counted", word, "day_count"},
    {"ready", "ready", flag},
    {"published_by", "published.author"},
    {"published", "published.at", moment},
    {"version", "published.version", count},
    {"where", "published.says.where"},
    {"reason", "published.reason"},
    {"log_index", "index", count},
};
constexpr ListFilter kPublicationsFilters[] = {{"state", "publishing"}, {"region"}, {"today"}};

// Complaints, without how to reach who complained: that is read on the screen by whoever answers, and in no file that
// goes on.
constexpr ListColumn kComplaints[] = {
    {"id", "id"},
    {"state", "state", word, "complaint_state"},
    {"received", "says.received", day},
    {"channel", "says.channel", word, "channel"},
    {"about", "says.about.kind", word, "complained"},
    {"about_words", "says.about.words"},
    {"site", "site"},
    {"site_name", "site_name"},
    {"person", "person_name"},
    {"region", "region"},
    {"region_name", "region", region},
    {"programme_id", "says.programme"},
    {"complaint", "says.text"},
    {"vouched", "says.vouched", word, "vouched"},
    {"taken_by", "author"},
    {"class", "classified.says.as", word, "complaint_class"},
    {"accepted", "classified.says.accepted", flag},
    {"reason", "classified.says.reason"},
    {"classified_by", "classified.author"},
    {"due", "due.day", day},
    {"day_count", "due.counted", word, "day_count"},
    {"overdue", "overdue", flag},
    {"tasks_named", "named_tasks", texts},
    {"outcome", "answered.says.outcome", word, "outcome"},
    {"answer", "answered.says.text"},
    {"answered_by", "answered.author"},
    {"answered", "answered.at", moment},
    {"log_index", "index", count},
};
constexpr ListFilter kComplaintsFilters[] = {
    {"state", "complaint_state"}, {"class", "complaint_class"}, {"region"}, {"site"}, {"overdue"}, {"today"}};

std::vector<json::object> rowsOfComplaint(const json::object& complaint) {
    auto row = complaint;
    json::array tasks;
    for (const auto& one : complaint.at("tasks").as_array())
        tasks.push_back(json::value(textOr(one.at("says").as_object(), "task")));
    row["named_tasks"] = std::move(tasks);
    return {std::move(row)};
}

// Words on clauses.
constexpr ListColumn kFeedback[] = {
    {"id", "id"},
    {"standard", "standard"},
    {"clause", "clause"},
    {"said", "text"},
    {"checklist", "checklist"},
    {"item", "item"},
    {"site", "site"},
    {"site_name", "site_name"},
    {"region", "region"},
    {"region_name", "region", region},
    {"said_by", "author"},
    {"said_at", "at", moment},
    {"class", "class", word, "feedback_class"},
    {"answer", "answer.says.text"},
    {"answered_by", "answer.author"},
    {"answered", "answer.at", moment},
    {"log_index", "index", count},
};
constexpr ListFilter kFeedbackFilters[] = {{"standard"}, {"clause"}, {"class", "feedback_class"}, {"region"}};

// Rounds: a row a site, those that have not begun as well.
constexpr ListColumn kRounds[] = {
    {"round", "round"},
    {"round_title", "round_title", local},
    {"closes", "closes", day},
    {"site", "site"},
    {"site_name", "site_name"},
    {"region", "region"},
    {"region_name", "region", region},
    {"step", "step", word, "step"},
    {"late", "late", flag},
    {"items_answered", "answered", count},
    {"submission", "submission.id"},
    {"version", "submission.version", count},
    {"handed_in", "handed_in", day},
};
constexpr ListFilter kRoundsFilters[] = {{"round"}, {"step", "step"}, {"today"}};

// Ratings of visits: a row a question, of each office and quarter; batches of ten and more alone, as they are told.
constexpr ListColumn kRatings[] = {
    {"region", "region"},
    {"region_name", "region", region},
    {"quarter", "quarter"},
    {"ratings", "ratings", count},
    {"rating_question", "question", word, "rating_question"},
    {"rating_mean", "answer.mean", points},
    {"rating_deviation", "answer.deviation", points},
    {"rated_1", "times.1", count},
    {"rated_2", "times.2", count},
    {"rated_3", "times.3", count},
    {"rated_4", "times.4", count},
    {"rated_5", "times.5", count},
};
constexpr ListFilter kRatingsFilters[] = {{"year"}, {"region"}};

std::vector<json::object> rowsOfRatings(const json::object& office) {
    std::vector<json::object> out;
    for (const auto& [question, answer] : office.at("answers").as_object()) {
        json::object row{{"question", question}, {"answer", answer}}, times;
        for (const char* name : {"region", "quarter", "ratings"}) row[name] = office.at(name);
        std::size_t nth = 0;
        for (const auto& n : answer.at("counts").as_array()) times[std::to_string(++nth)] = n;
        row["times"] = std::move(times);
        out.push_back(std::move(row));
    }
    return out;
}

// Of a list whose pages go by an index of the log.
template <auto read, auto list>
Result<ListPage> byIndex(const AskedWords& words) {
    auto question = read(words);
    if (!question) return fail(question.error());
    return ListPage([question = std::move(*question)](const std::string& after, const Principal& caller,
                                                      const QuerySources& sources) mutable -> Result<json::object> {
        question.page.limit = kExportPage;
        std::uint64_t from = 0;
        if (!after.empty()) {
            std::from_chars(after.data(), after.data() + after.size(), from);
            question.page.from = from;
        }
        return list(question, caller, sources);
    });
}

Result<ListPage> tasksOf(const AskedWords& words) {
    auto question = readTasksQuestion(words);
    if (!question) return fail(question.error());
    return ListPage([question = std::move(*question)](const std::string& after, const Principal& caller,
                                                      const QuerySources& sources) mutable -> Result<json::object> {
        question.limit = kExportPage;
        if (!after.empty()) question.after = readTaskKey(after).value();
        return listTasks(question, caller, sources);
    });
}

// A year's offices are few: one page.
Result<ListPage> ratingsOf(const AskedWords& words) {
    auto question = readRatingsQuestion(words);
    if (!question) return fail(question.error());
    return ListPage([question = std::move(*question)](const std::string&, const Principal& caller,
                                                      const QuerySources& sources) -> Result<json::object> {
        auto told = tellRatings(question, caller, sources);
        return json::object{{"items", std::move(told.at("items"))}, {"next", nullptr}};
    });
}

// Round after round, each whole: to count where its sites stand, all of them are looked at anyway.
Result<ListPage> roundsOf(const AskedWords& words) {
    auto question = readRoundSitesQuestion(words);
    if (!question) return fail(question.error());
    question->limit = std::numeric_limits<std::size_t>::max();
    return ListPage([question = std::move(*question), only = askedText(words, "round")](
                        const std::string& after, const Principal& caller,
                        const QuerySources& sources) mutable -> Result<json::object> {
        auto rounds = RoundRows(sources.reader).all();
        if (!only.empty()) std::erase_if(rounds, [&](const auto& one) { return one.round.id != only; });
        const auto before =
            std::find_if(rounds.begin(), rounds.end(), [&](const auto& one) { return one.round.id == after; });
        const auto at = after.empty() ? rounds.begin() : before == rounds.end() ? before : before + 1;
        if (at == rounds.end()) {
            if (only.empty()) return json::object{{"items", json::array()}, {"next", nullptr}};
            return fail(ErrorKind::notFound, "not_found", "there is no such round");
        }
        question.round = at->round.id;
        auto page = listRoundSites(question, caller, sources);
        if (!page) return page;
        for (auto& item : page->at("items").as_array()) {
            auto& row = item.as_object();
            row["round"] = at->round.id;
            row["round_title"] = at->round.title.toJson();
            row.emplace("late", false);
            row["closes"] = dayText(at->round.closes);
        }
        page->insert_or_assign("next", at + 1 == rounds.end() ? json::value(nullptr) : json::value(at->round.id));
        return page;
    });
}

constexpr ListKind kKinds[] = {
    {{"checks", kChecks}, kChecksFilters, byIndex<readChecksQuestion, listChecks>},
    {{"tasks", kTasks}, kTasksFilters, tasksOf},
    {{"plans", kPlans, rowsOfPlan}, kPlansFilters, byIndex<readPlansQuestion, listPlans>},
    {{"publications", kPublications}, kPublicationsFilters, byIndex<readPublishedQuestion, listPublished>},
    {{"complaints", kComplaints, rowsOfComplaint}, kComplaintsFilters, byIndex<readComplaintsQuestion, listComplaints>},
    {{"feedback", kFeedback}, kFeedbackFilters, byIndex<readFeedbackQuestion, listFeedback>},
    {{"rounds", kRounds}, kRoundsFilters, roundsOf},
    {{"ratings", kRatings, rowsOfRatings}, kRatingsFilters, ratingsOf},
};

}  // namespace

const ListKind* listKind(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto& kind) { return kind.shape.list == name; });
    return found == std::end(kKinds) ? nullptr : found;
}

std::span<const ListKind> listKinds() {
    return kKinds;
}

}  // namespace plumb::server
