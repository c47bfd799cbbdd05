// Which of several plans of a region is its own, what counts as a visit, and how often an item may be inspected.
#include "shared/records/planning/region_plan.h"

#include <catch2/catch.hpp>

#include "shared/records/planning/burden.h"
#include "shared/records/planning/item_burden.h"
#include "shared/records/planning/plan_json.h"

using namespace plumb;
using namespace plumb::records;

namespace {

PlanRow plan(const std::string& id, std::optional<std::uint64_t> approvedAt, bool published = false,
             const std::string& supersedes = {}) {
    AnnualPlan says;
    says.title = id;
    says.year = 2026;
    if (!supersedes.empty()) says.supersedes = PlanSuperseded{supersedes, "机构改革"};
    PlanVersion version{id, says, Sha256{}, "kid", {}, std::nullopt, std::nullopt};
    if (approvedAt) version.decided = PlanDecided{"d", "kid", {id, {}, "sun", true, {}}, {}, *approvedAt};
    if (published) version.published = PlanShown{"p", "kid", {id, {}, "网站"}, {}};
    return {id, "6203", {version}};
}

std::string idOf(const PlanRow* row) {
    return row ? row->id : "none";
}

std::string codeOf(const Result<void>& done) {
    return done ? std::string() : done.error().code;
}

record::Payload act(std::string_view type) {
    record::Payload out;
    out.type = type;
    out.region = "6203";
    return out;
}

}  // namespace

TEST_CASE("a region's plan is the first that was approved, until one that says so takes its place and is published") {
    const std::vector<PlanRow> two{plan("b", 20), plan("a", 10), plan("c", std::nullopt)};
    CHECK(idOf(regionsPlan(two, 2026)) == "a");
    CHECK(idOf(regionsPlan(two, 2027)) == "none");
    CHECK(idOf(regionsPlan({}, 2026)) == "none");
    CHECK(idOf(regionsPlan(std::vector{plan("c", std::nullopt)}, 2026)) == "none");
    CHECK(idOf(regionsPlan(std::vector{plan("a", 10, true), plan("b", 20, false, "a")}, 2026)) == "a");
    CHECK(idOf(regionsPlan(std::vector{plan("a", 10, true), plan("b", 20, true, "a")}, 2026)) == "b");
    CHECK(idOf(regionsPlan(std::vector{plan("a", 10), plan("b", 20, true, "a"), plan("c", 30, true, "b")}, 2026)) ==
          "c");
    auto corrected = plan("b", 20, true, "a");
    corrected.versions.push_back(plan("b2", 40, true).versions[0]);
    CHECK(idOf(regionsPlan(std::vector{plan("a", 10, true), corrected}, 2026)) == "b");
    // Each says that it takes the other's place: whoever was first begins, and nobody is followed for ever.
    CHECK_FALSE(idOf(regionsPlan(std::vector{plan("a", 10, true, "b"), plan("b", 20, true, "a")}, 2026)).empty());
}

TEST_CASE("a plan takes its place back, and loses it again, as often as one says so and is published") {
    auto a = plan("a", 10, true), b = plan("b", 20, true, "a");
    const auto next = [](PlanRow& row, std::uint64_t approvedAt, std::uint64_t publishedAt, const char* supersedes) {
        row.versions.push_back(plan(row.id, approvedAt, true, supersedes).versions[0]);
        row.versions.back().published->place = publishedAt;
    };
    const auto stands = [&] {
        return idOf(regionsPlan(std::vector{a, b}, 2026)) + idOf(regionsPlan(std::vector{b, a}, 2026));
    };
    a.versions[0].published->place = 11;
    b.versions[0].published->place = 21;
    CHECK(stands() == "bb");
    next(a, 30, 31, "b");
    CHECK(stands() == "aa");
    next(b, 40, 41, "a");
    CHECK(stands() == "bb");
    next(a, 50, 51, "b");
    CHECK(stands() == "aa");
    // In the order of publications: one that was approved early and published late takes it when it is published.
    const auto late = [&] {
        auto c = plan("c", 15, true, "a");
        c.versions[0].published->place = 60;
        return idOf(regionsPlan(std::vector{c, a, b}, 2026));
    };
    CHECK(late() == "c");
}

TEST_CASE("another plan of the region is neither approved nor published beside the one that stands") {
    const std::vector<PlanRow> stands{plan("a", 10, true)};
    CHECK(codeOf(mayBeRegions(plan("b", std::nullopt), act(kPlanApproved), stands)) == "plan_another");
    CHECK(codeOf(mayBeRegions(plan("b", 20), act(kPlanPublished), stands)) == "plan_another");
    CHECK(codeOf(mayBeRegions(plan("b", std::nullopt), act(kPlanRefused), stands)).empty());
    CHECK(codeOf(mayBeRegions(plan("b", std::nullopt, false, "a"), act(kPlanApproved), stands)).empty());
    CHECK(codeOf(mayBeRegions(plan("b", std::nullopt, false, "x"), act(kPlanApproved), stands)) == "plan_another");
    CHECK(codeOf(mayBeRegions(plan("a", 10), act(kPlanPublished), stands)).empty());
    CHECK(codeOf(mayBeRegions(plan("b", std::nullopt), act(kPlanApproved), {})).empty());
    // Two that take the same one's place: the first that is published does.
    const std::vector<PlanRow> taken{plan("a", 10, true), plan("b", 20, true, "a"), plan("c", 25, false, "a")};
    CHECK(codeOf(mayBeRegions(taken[2], act(kPlanPublished), taken)) == "plan_another");
}

TEST_CASE("a plan keeps where it was approved, and reads back as it was kept") {
    const auto row = plan("0198d2c4-7a10-7c3e-8f21-0000000000e1", 10, false, "0198d2c4-7a10-7c3e-8f21-0000000000e2");
    auto full = row;
    auto& says = full.versions[0].says;
    says.basis = "文件";
    says.person = "zhao";
    says.visits.uncounted = {{"acceptance", "县局〔2026〕3号"}};
    PlanBatch batch;
    batch.name = "一";
    batch.checklist = "6a";
    batch.from = parseDay("2026-01-01").value();
    batch.until = parseDay("2026-12-31").value();
    batch.quota = 12;
    batch.months = MonthQuotas(12, 1);
    says.batches = {batch};
    full.versions[0].decided->says.of = full.id;
    CHECK(planFromJson(toJson(full)) == full);
    full.versions[0].published = PlanShown{"p", "kid", {full.id, {}, "网站"}, full.versions[0].at, 12};
    CHECK(planFromJson(toJson(full)) == full);
    CHECK(full.versions[0].says.visits.counts("recheck"));
    CHECK_FALSE(full.versions[0].says.visits.counts("acceptance"));
}

TEST_CASE("every visit counts unless the plan leaves its kind out; what was ordered from above never does") {
    InspectionRow row;
    row.says.kind = "supervision";
    CHECK(visitOf(row, false) == "supervision");
    CHECK(visitOf(row, true) == "ordered");
    row.says.order = "0198d2c4-7a10-7c3e-8f21-0000000000a1";
    CHECK(visitOf(row, false) == "recheck");
    row.status = InspectionStatus::returned;
    CHECK(visitOf(row, false) == "returned");
    const VisitRule rule;
    for (const auto* what : {"supervision", "acceptance", "recheck", "returned"}) CHECK(rule.counts(what));
    CHECK_FALSE(rule.counts("ordered"));
    CHECK_FALSE(VisitRule{{{"recheck", "x"}}}.counts("recheck"));
}

TEST_CASE("beyond what its register allows an item is inspected for a check that says why") {
    ItemRegister items;
    items.items = {{"GS-01", {}, {}, {}, 2, {}, {}}, {"GS-02", {}, {}, {}, std::nullopt, {}, {}}};
    PlannedCheck check;
    check.items = {"GS-01", "GS-02"};
    const auto times = [](std::int64_t n) { return [n](const RegisterItem&) { return n; }; };
    CHECK(codeOf(mayInspectItems(check, {items}, times(1))).empty());
    CHECK(codeOf(mayInspectItems(check, {items}, times(2))) == "item_cap_reached");
    CHECK(codeOf(mayInspectItems(check, {}, times(9))).empty());
    check.itemsOver = "上级转办";
    CHECK(codeOf(mayInspectItems(check, {items}, times(2))).empty());
    check.items = {"GS-02"};
    check.itemsOver = {};
    CHECK(codeOf(mayInspectItems(check, {items}, times(9))).empty());

    CheckRow row;
    row.says.planned = parseDay("2026-12-05").value();
    CHECK_FALSE(countsForItems(row, 2026));
    row.says.urgent = Urgent{"举报", {}};
    CHECK(countsForItems(row, 2026));
    CHECK_FALSE(countsForItems(row, 2025));
    row.decided = Decided{"d", "kid", {"c", {}, "sun", false, "不必"}, {}};
    CHECK_FALSE(countsForItems(row, 2026));
    row.decided->says.approved = true;
    CHECK(countsForItems(row, 2026));
}
