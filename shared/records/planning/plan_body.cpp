// Bodies of a plan's lines, read and composed.
#include <algorithm>

#include "shared/records/body_reader.h"
#include "shared/records/planning/plan.h"

namespace plumb::records {
namespace {

constexpr std::int64_t kFirstYear = 2000, kLastYear = 2999;
constexpr int kWhole = 1000;

bool liesIn(Day day, std::int64_t year) {
    return static_cast<int>(std::chrono::year_month_day(day).year()) == year;
}

void readStrata(BodyReader& read, PlanBatch& batch) {
    (void)read.eachIf("strata", [&](BodyReader& in) {
        PlanStratum one{in.text("name"), 0};
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
    return out;
}

Result<PlanDecision> readDecision(const json::object& body, bool approved) {
    BodyReader read(body);
    PlanDecision out{read.recordId("of"), read.hash("version"), read.text("person"), approved, {}};
    out.reason = approved ? read.textIf("reason") : read.text("reason");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object bodyOf(const PlanBatch& batch) {
    json::object out{{"name", batch.name},          {"kind", taskKindName(batch.kind)},
                     {"from", dayText(batch.from)}, {"until", dayText(batch.until)},
                     {"quota", batch.quota},        {"team", batch.teamSize}};
    if (!batch.checklist.empty()) out["checklist"] = batch.checklist;
    if (!batch.programme.empty()) out["programme"] = batch.programme;
    if (batch.strata.empty()) return out;
    json::array strata;
    for (const auto& one : batch.strata) strata.push_back(json::object{{"name", one.name}, {"permille", one.permille}});
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

json::object toBody(const PlanDecision& decision) {
    json::object out{{"of", decision.of}, {"version", decision.version.hex()}, {"person", decision.person}};
    if (!decision.reason.empty()) out["reason"] = decision.reason;
    return out;
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
