// What stands beside a record: by the log's order, whatever clocks say.
#include "mobile/store/counterpart.h"

#include <catch2/catch.hpp>

#include "tests/unit/mobile/records.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;

namespace {

const char* const kSite = "yongchang";

json::object body(const char* round = nullptr) {
    auto out = test::wholeBody();
    if (!round) return out;
    out["kind"] = "self";
    out["round"] = round;
    out["party"] = {{"absent", "自评"}};
    return out;
}

std::string besideInspection(Bench& bench, const QString& inspection) {
    const auto checklist = textOr(body().at("checklist").as_object(), "id");
    const auto found = bench.ask(
        [&](LocalStore& store) { return assessmentBeside(store, kSite, checklist, inspection.toStdString()); });
    REQUIRE(found);
    return *found ? (*found)->id : "";
}

std::string besideAssessment(Bench& bench, const QString& assessment) {
    const auto checklist = textOr(body().at("checklist").as_object(), "id");
    const auto found = bench.ask(
        [&](LocalStore& store) { return inspectionBeside(store, kSite, checklist, assessment.toStdString()); });
    REQUIRE(found);
    return *found ? (*found)->id : "";
}

}  // namespace

TEST_CASE("the newest of the other kind that had begun before stands beside a record, and none that came later") {
    Bench bench;
    bench.unlock();
    const auto first = test::pullInspection(bench, 100, {}, body());
    const auto assessed = test::pullByColleague(bench, 101, "assessment.submitted", body("r1"));
    const auto second = test::pullInspection(bench, 102, {}, body());
    // The contribution with which it began stands before the third inspection, its submission after it.
    json::object contribution{
        {"round", "r2"}, {"checklist", body().at("checklist")}, {"items", {{"1", {{"answers", {{"q", "1"}}}}}}}};
    test::pullByColleague(bench, 103, "assessment.contributed", std::move(contribution));
    const auto third = test::pullInspection(bench, 104, {}, body());
    const auto later = test::pullByColleague(bench, 105, "assessment.submitted", body("r2"));
    bench.unlock();

    CHECK(besideInspection(bench, first).empty());
    CHECK(besideInspection(bench, second) == assessed.toStdString());
    CHECK(besideInspection(bench, third) == later.toStdString());
    CHECK(besideInspection(bench, "") == later.toStdString());  // one that is being filled
    CHECK(besideAssessment(bench, assessed) == first.toStdString());
    CHECK(besideAssessment(bench, later) == third.toStdString());
    CHECK(besideAssessment(bench, "") == third.toStdString());
}
