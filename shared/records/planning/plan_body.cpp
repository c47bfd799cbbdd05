// Bodies of a plan's lines, read and composed.
#include <algorithm>
#include <numeric>

#include "shared/records/body_reader.h"
#include "shared/records/planning/plan.h"

namespace plumb::records {
namespace {

constexpr std::int64_t kFirstYear = 2000, kLastYear = 2999;
constexpr int kWhole = 1000;

bool liesIn(Day day, std::int64_t year) {
    return static_cast<int>(std::chrono::year_month_day(day).year()) == year;
}

constexpr std::size_t kMonths = 12;

std::int64_t sumOf(const MonthQuotas& months) {
    return std::accumulate(months.begin(), months.end(), std::int64_t{0});
}

// Twelve numbers, or none.
MonthQuotas readMonths(BodyReader& read) {
    MonthQuotas out;
    const auto* value = read.members().if_contains("months");
    if (!value) return out;
    bool good = value->is_array() && value->get_array().size() == kMonths;
    if (good) {
        for (const auto& one : value->get_array()) {
            good = good && one.is_int64() && one.get_int64() >= 0;
            out.push_back(good ? one.get_int64() : 0);
        }
    }
    if (!good) read.fault("months", "must be twelve whole numbers, January first");
    return out;
}

json::array bodyOf(const MonthQuotas& months) {
    return json::array(months.begin(), months.end());
}

// Strata that say their months all say them; together they are the quota, and lie within the batch's days.
void checkMonths(BodyReader& read, const PlanBatch& batch) {
    std::vector<const MonthQuotas*> said;
    for (const auto& one : batch.strata)
        if (!one.months.empty()) said.push_back(&one.months);
    if (!said.empty() && (said.size() != batch.strata.size() || !batch.months.empty())) {
        read.fault("strata", "must all say their \"months\", or none, and then the batch says none of its own");
        return;
    }
    if (!batch.months.empty()) said.push_back(&batch.months);
    if (said.empty()) return;
    std::int64_t sum = 0;
    const auto month = [](Day day) { return static_cast<unsigned>(std::chrono::year_month_day(day).month()); };
    for (const auto* months : said) {
        sum += sumOf(*months);
        for (unsigned i = 0; i < months->size(); ++i) {
            if ((*months)[i] > 0 && (i + 1 < month(batch.from) || i + 1 > month(batch.until)))
                read.fault("months", "must lie within the batch's days");
        }
    }
    if (sum != batch.quota) read.fault("quota", "must be what its months make together");
}

void readStrata(BodyReader& read, PlanBatch& batch) {
    (void)read.eachIf("strata", [&](BodyReader& in) {
        PlanStratum one{in.text("name"), 0, readMonths(in)};
        const auto permille = in.integer("permille");
        if (permille < 0 || permille > kWhole) in.fault("permille", "must be 0 to 1000");
        one.permille = static_cast<int>(permille);
        if (!batch.strata.empty() && one.name <= batch.strata.back().name)
            in.fault("name", "must come after the one before");
        batch.strata.push_back(std::move(one));
    });
}

PlanBatch readBatch(BodyReader& read, const AnnualPlan& plan) {
    PlanBatch out;
    out.name = read.text("name");
    if (plan.batch(out.name)) read.fault("name", "must be another than those before");
    const auto kind = taskKindNamed(read.text("kind"));
    if (!kind) read.fault("kind", "must be routine, individual or special");
    out.kind = kind.value_or(TaskKind::routine);
    out.checklist = read.textIf("checklist");
    out.programme = read.textIf("programme");
    if (out.checklist.empty() && out.programme.empty())
        read.fault("checklist", "must be there, or \"programme\": by what is checked");
    out.from = read.day("from");
    out.until = read.day("until");
    if (!liesIn(out.from, plan.year)) read.fault("from", "must lie in the plan's year");
    if (!liesIn(out.until, plan.year) || out.until < out.from)
        read.fault("until", "must lie in the plan's year, and not before \"from\"");
    out.quota = read.integer("quota");
    if (out.quota < 1) read.fault("quota", "must be at least 1");
    const auto team = read.integer("team");
    if (team < 1 || team > 2) read.fault("team", "must be 1 or 2");
    out.teamSize = static_cast<int>(team);
    readStrata(read, out);
    out.months = readMonths(read);
    if (read.good()) checkMonths(read, out);
    return out;
}

Result<PlanDecision> readDecision(const json::object& body, bool approved) {
    BodyReader read(body);
    auto out = decisionIn(read, approved);
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object bodyOf(const PlanBatch& batch) {
    json::object out{{"name", batch.name},          {"kind", taskKindName(batch.kind)},
                     {"from", dayText(batch.from)}, {"until", dayText(batch.until)},
                     {"quota", batch.quota},        {"team", batch.teamSize}};
    if (!batch.checklist.empty()) out["checklist"] = batch.checklist;
    if (!batch.programme.empty()) out["programme"] = batch.programme;
    if (!batch.months.empty()) out["months"] = bodyOf(batch.months);
    if (batch.strata.empty()) return out;
    json::array strata;
    for (const auto& one : batch.strata) {
        json::object stratum{{"name", one.name}, {"permille", one.permille}};
        if (!one.months.empty()) stratum["months"] = bodyOf(one.months);
        strata.push_back(std::move(stratum));
    }
    out["strata"] = std::move(strata);
    return out;
}

}  // namespace

const PlanBatch* AnnualPlan::batch(std::string_view name) const {
    const auto found = std::find_if(batches.begin(), batches.end(), [&](const auto& one) { return one.name == name; });
    return found == batches.end() ? nullptr : &*found;
}

Result<AnnualPlan> readPlan(const json::object& body) {
    BodyReader read(body);
    AnnualPlan out;
    out.title = read.text("title");
    out.basis = read.text("basis");
    out.year = read.integer("year");
    if (out.year < kFirstYear || out.year > kLastYear) read.fault("year", "must be a year like 2026");
    out.person = read.text("person");
    out.most = read.integerIf("most");
    if (out.most && *out.most < 1) read.fault("most", "must be at least 1");
    const auto batches = read.eachIf("batches", [&](BodyReader& in) { out.batches.push_back(readBatch(in, out)); });
    if (batches == 0) read.fault("batches", "must name one batch at least");
    (void)read.objectIf("before", [&](BodyReader& in) {
        out.before = PlanBefore{in.recordId("of"), in.hash("version"), in.text("why")};
    });
    out.visits = readVisitRule(read);
    (void)read.objectIf("supersedes", [&](BodyReader& in) {
        out.supersedes = PlanSuperseded{in.recordId("of"), in.text("why")};
    });
    if (out.before && out.supersedes && out.before->of == out.supersedes->of)
        read.fault("supersedes", "must name another plan than the one that this is a version of");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const AnnualPlan& plan) {
    json::array batches;
    for (const auto& one : plan.batches) batches.push_back(bodyOf(one));
    json::object out{{"title", plan.title},
                     {"basis", plan.basis},
                     {"year", plan.year},
                     {"person", plan.person},
                     {"batches", std::move(batches)}};
    if (plan.most) out["most"] = *plan.most;
    if (!plan.visits.uncounted.empty()) out["uncounted"] = toBody(plan.visits);
    if (plan.supersedes) out["supersedes"] = {{"of", plan.supersedes->of}, {"why", plan.supersedes->why}};
    if (plan.before)
        out["before"] = {{"of", plan.before->of}, {"version", plan.before->version.hex()}, {"why", plan.before->why}};
    return out;
}

Result<PlanDecision> readPlanApproval(const json::object& body) {
    return readDecision(body, true);
}
Result<PlanDecision> readPlanRefusal(const json::object& body) {
    return readDecision(body, false);
}

Result<PlanPublished> readPlanPublished(const json::object& body) {
    BodyReader read(body);
    PlanPublished out{read.recordId("of"), read.hash("version"), read.text("where")};
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const PlanPublished& published) {
    return {{"of", published.of}, {"version", published.version.hex()}, {"where", published.where}};
}

}  // namespace plumb::records
