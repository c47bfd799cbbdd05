// An annual plan: who decides, once for each version; corrections are whole versions; which draw is of a batch; lines
// that may not follow change nothing.
#include "shared/records/planning/plan.h"

#include <catch2/catch.hpp>

#include "shared/records/planning/plan_json.h"

using namespace plumb;
using namespace plumb::records;

namespace {

const std::string kPlan = "0198d2c4-7a10-7c3e-8f21-0000000000e1", kAgain = "0198d2c4-7a10-7c3e-8f21-0000000000e2";

Sha256 hashOf(int number) {
    Sha256 out;
    out.bytes[0] = static_cast<unsigned char>(number);
    return out;
}

record::Payload payload(std::string_view type, const std::string& id, json::object body, const char* region = "6203") {
    record::Payload out;
    out.type = type;
    out.id = id;
    out.region = region;
    out.at = parseInstant("2026-01-22T10:00:00.000+08:00").value();
    out.body = std::move(body);
    return out;
}

AnnualPlan plan() {
    AnnualPlan out;
    out.title = "2026 年度行政检查计划";
    out.basis = "国办发〔2024〕54号";
    out.year = 2026;
    out.person = "zhao";
    out.most = 2;
    PlanBatch drawn;
    drawn.name = "四季度抽查";
    drawn.checklist = "6a";
    drawn.from = parseDay("2026-10-01").value();
    drawn.until = parseDay("2026-12-31").value();
    drawn.quota = 22;
    drawn.strata = {{"A", 50}, {"D", 500}};
    out.batches = {drawn};
    return out;
}
record::Payload proposed(AnnualPlan says = plan(), const char* region = "6203") {
    return payload(kPlanProposed, kPlan, toBody(says), region);
}
record::Payload corrected(int version, const char* person = "zhao", const char* region = "6203") {
    auto says = plan();
    says.person = person;
    says.batches[0].quota = 30;
    says.before = PlanBefore{kPlan, hashOf(version), "比例调整"};
    return payload(kPlanProposed, kAgain, toBody(says), region);
}
record::Payload decided(bool approved, int version = 1, const char* person = "sun", const char* region = "6203") {
    return payload(approved ? kPlanApproved : kPlanRefused, approved ? "yes" : "no",
                   toBody(PlanDecision{kPlan, hashOf(version), person, approved, approved ? "" : "比例偏低"}), region);
}
record::Payload published(int version = 1, const char* region = "6203") {
    return payload(kPlanPublished, "shown", toBody(PlanPublished{kPlan, hashOf(version), "门户网站"}), region);
}
DrawCommitted drawn(const char* batch = "四季度抽查") {
    DrawCommitted out;
    out.title = "四季度抽查";
    out.strata = {{"A", 42, 50}, {"D", 9, 500}};
    out.inspectors = 18;
    out.plan = DrawPlan{kPlan, batch};
    return out;
}

struct Fold {
    std::optional<PlanRow> row;
    bool operator()(const record::Payload& payload, int hash) {
        return foldPlan(row, {payload, hashOf(hash), "kid", static_cast<std::uint64_t>(hash)});
    }
    std::string code(const record::Payload& payload) const {
        const auto may = mayChangePlan(row, payload);
        return may ? std::string() : may.error().code;
    }
    std::string draws(const DrawCommitted& draw, const char* region = "6203") const {
        const auto may = mayDrawFor(row, draw, region);
        return may ? std::string() : may.error().code;
    }
};

}  // namespace

TEST_CASE("a plan is decided about once, by somebody who did not propose it, and published when it is approved") {
    Fold fold;
    CHECK(fold.code(decided(true)) == "plan_unknown");
    CHECK(fold.code(published()) == "plan_unknown");
    REQUIRE(fold(proposed(), 1));
    CHECK(fold.code(proposed()) == "plan_decided");
    CHECK(fold.code(decided(true, 1, "zhao")) == "plan_own");
    CHECK(fold.code(decided(false, 1, "zhao")) == "plan_own");
    CHECK_FALSE(fold(decided(true, 1, "zhao"), 2));
    CHECK(fold.code(decided(true, 7)) == "plan_unknown");
    CHECK(fold.code(decided(true, 1, "sun", "63")) == "plan_unknown");
    CHECK(fold.code(published()) == "plan_unapproved");
    REQUIRE(fold(decided(true), 3));
    CHECK(stateOf(*fold.row) == PlanState::approved);
    CHECK(inForce(*fold.row) == nullptr);
    CHECK(fold.code(decided(false, 1, "qian")) == "plan_decided");
    CHECK(fold.code(published(7)) == "plan_unknown");
    REQUIRE(fold(published(), 4));
    CHECK(stateOf(*fold.row) == PlanState::published);
    CHECK(fold.code(published()) == "plan_published");
    CHECK_FALSE(fold(published(), 5));
}

TEST_CASE("a refused plan is not published; it is proposed anew as a version that says what it corrects") {
    Fold fold;
    CHECK(fold.code(corrected(1)) == "plan_unknown");
    REQUIRE(fold(proposed(), 1));
    CHECK(fold.code(corrected(1)) == "plan_waits");
    REQUIRE(fold(decided(false), 2));
    CHECK(fold.code(published()) == "plan_unapproved");
    CHECK(fold.code(corrected(9)) == "plan_unknown");
    CHECK(fold.code(corrected(1, "zhao", "62")) == "plan_unknown");
    REQUIRE(fold(corrected(1), 3));
    CHECK(stateOf(*fold.row) == PlanState::proposed);
    CHECK(fold.row->id == kPlan);
    CHECK(fold.row->versions.size() == 2);
    CHECK(fold.row->versions[0].decided->says.reason == "比例偏低");
}

TEST_CASE("the published version stays in force until its correction is published") {
    Fold fold;
    REQUIRE(fold(proposed(), 1));
    REQUIRE(fold(decided(true), 2));
    REQUIRE(fold(published(), 3));
    REQUIRE(fold(corrected(1, "sun"), 4));
    CHECK(fold.code(decided(true, 1)) == "plan_unknown");
    CHECK(fold.code(decided(true, 4, "sun")) == "plan_own");
    REQUIRE(fold(decided(true, 4, "zhao"), 5));
    REQUIRE(inForce(*fold.row));
    CHECK(inForce(*fold.row)->says.batches[0].quota == 22);
    REQUIRE(fold(published(4), 6));
    CHECK(inForce(*fold.row)->says.batches[0].quota == 30);
    CHECK(planFromJson(toJson(*fold.row)) == *fold.row);
}

TEST_CASE("a draw of a batch has its strata, shares and team, in the plan's region, once it is published") {
    Fold fold;
    CHECK(fold.draws(drawn()) == "plan_unknown");
    REQUIRE(fold(proposed(), 1));
    REQUIRE(fold(decided(true), 2));
    CHECK(fold.draws(drawn()) == "plan_unapproved");
    REQUIRE(fold(published(), 3));
    CHECK(fold.draws(drawn()).empty());
    CHECK(fold.draws(drawn(), "620321").empty());
    CHECK(fold.draws(drawn(), "62") == "plan_unknown");
    CHECK(fold.draws(drawn("别的批次")) == "plan_differs");
    auto other = drawn();
    other.strata[1].permille = 400;
    CHECK(fold.draws(other) == "plan_differs");
    other = drawn();
    other.strata.pop_back();
    CHECK(fold.draws(other) == "plan_differs");
    other = drawn();
    other.teamSize = 1;
    CHECK(fold.draws(other) == "plan_differs");
    other.plan.reset();
    CHECK(fold.draws(other).empty());
}
