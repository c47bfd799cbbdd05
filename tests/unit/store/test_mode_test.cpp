// Test mode on the tablet: what may begin, what is signed, what follows, and what a withdrawal stops.
#include <catch2/catch.hpp>

#include "shared/records/inspection/test_mode.h"
#include "shared/store/assessment_sign.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/draft_version.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_history.h"
#include "shared/store/inspection_sign.h"
#include "shared/store/previous_visit.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

constexpr Beginning kTest{{}, {}, true};

const std::vector<DraftEntry> kAnswers = answerEntries(
    {{{"a_c", "pass"}, {"b_n", "5.5"}, {"d_c", "fail"}}, {}, {{"d", "没有标识"}}, {{"product", "vegetable"}}, {}});

std::string codeOf(const Result<DraftRow>& begun) {
    return begun ? std::string("begun") : begun.error().code;
}

record::Payload signedIn(Tablet& tablet, const Beginning& begun) {
    const auto id = beginInspection(*tablet.store, "yongchang", "small", begun).value().id;
    REQUIRE(tablet.store->putEntries(id, kAnswers));
    SignRequest request;
    request.draft = id;
    request.party.refusedReason = "有异议";
    request.party.witness = "见证人";
    const auto line = signInspection(*tablet.store, request);
    REQUIRE(line);
    return record::parsePayload(line->payload()).value();
}

}  // namespace

TEST_CASE("a draft version is found in test mode alone, and begun on in test mode alone") {
    Tablet tablet;
    const auto draft = tablet.publishChecklist(test::smallDocument(2), {{"test", true}});
    CHECK(codeOf(beginInspection(*tablet.store, "yongchang", "small")) == "checklist_testing");
    CHECK(codeOf(beginInspection(*tablet.store, "yongchang", "small@2")) == "checklist_testing");
    CHECK(beginInspection(*tablet.store, "yongchang", "small", kTest).value().checklist == draft);
    // Beside one that counts it is never the newest.
    const auto first = tablet.publishChecklist(test::smallDocument(1));
    const auto real = beginInspection(*tablet.store, "yongchang", "small").value();
    CHECK(real.checklist == first);
    CHECK_FALSE(newerVersionOf(*tablet.store, loadDraft(*tablet.store, real.id).value()).value());
    CHECK(beginInspection(*tablet.store, "yongchang", "small@2", kTest).value().checklist == draft);
    CHECK(codeOf(beginInspection(*tablet.store, "yongchang", "small@1", kTest)) == "begun");
    // Published to count, it is what everybody begins on.
    tablet.publishChecklist(test::smallDocument(2));
    CHECK(beginInspection(*tablet.store, "yongchang", "small").value().checklist == draft);
}

TEST_CASE("a test is signed as one, is amended by nobody, and is nobody's last visit") {
    Tablet tablet;
    tablet.publishChecklist(test::smallDocument(1));
    const auto payload = signedIn(tablet, kTest);
    CHECK(records::isTest(payload.body));
    CHECK(records::readInspection(payload.body).value().test);
    CHECK(historyOf(*tablet.store, payload.id)->history.status == records::InspectionStatus::test);
    CHECK(codeOf(beginAmendment(*tablet.store, payload.id)) == "test_record");
    CHECK_FALSE(previousVisit(*tablet.store, "yongchang", "small").value());
    CHECK_FALSE(caseOf(*tablet.store, payload.id));
    const auto tables = DerivedTables::open(*tablet.store);
    while (!tables->follow(*tablet.store, 100)) continue;
    CHECK(tables->page(DerivedTables::Whose::all, 0, 10).rows.empty());
    CHECK(tables->page(DerivedTables::Whose::own, 0, 10).rows.empty());
    const auto tests = tables->page(DerivedTables::Whose::tests, 0, 10).rows;
    REQUIRE(tests.size() == 1);
    CHECK((tests[0].row.id == payload.id && tests[0].row.says.test));
    CHECK(tables->visits("yongchang", "small", 10).empty());
    CHECK(tables->inspectionsBeside("yongchang", "small", "", 10).empty());
    CHECK(tables->counts().inspections == 0);
    CHECK_FALSE(tables->caseOf(payload.id));
    CHECK(tables->find(*tablet.store, "永昌", 0, 10).total == 0);
    CHECK(tables->find(*tablet.store, payload.id, 0, 10).total == 0);

    const auto real = signedIn(tablet, {});
    CHECK_FALSE(real.body.contains("test"));
    while (!tables->follow(*tablet.store, 100)) continue;
    CHECK(tables->page(DerivedTables::Whose::all, 0, 10).rows.size() == 1);
    CHECK(tables->page(DerivedTables::Whose::tests, 0, 10).rows.size() == 1);
    CHECK(previousVisit(*tablet.store, "yongchang", "small").value()->record == real.id);
}

TEST_CASE("a self-assessment in test mode takes and gives no contributions, and the round goes on") {
    Tablet tablet;
    const auto document = tablet.publishChecklist(test::smallDocument(1));
    tablet.becomeEnterprise();
    tablet.openRound("gs-2026", "small", document);
    const auto real = beginAssessment(*tablet.store, "yongchang", "gs-2026").value();
    const auto tried = beginAssessment(*tablet.store, "yongchang", "gs-2026", true).value();
    CHECK(real.id != tried.id);
    // Each is gone on with.
    CHECK(beginAssessment(*tablet.store, "yongchang", "gs-2026").value().id == real.id);
    CHECK(beginAssessment(*tablet.store, "yongchang", "gs-2026", true).value().id == tried.id);
    REQUIRE(tablet.store->putEntries(tried.id, kAnswers));
    const auto given = contribute(*tablet.store, tried.id);
    REQUIRE_FALSE(given);
    CHECK(given.error().code == "test_record");
    const auto line = submitAssessment(*tablet.store, {tried.id, {}});
    REQUIRE(line);
    const auto payload = record::parsePayload(line->payload()).value();
    CHECK(payload.type == "assessment.submitted");
    CHECK(records::isTest(payload.body));
    CHECK_FALSE(assessmentAt(*tablet.store, "yongchang", "gs-2026", "small"));
    REQUIRE(tablet.store->putEntries(real.id, kAnswers));
    CHECK(contribute(*tablet.store, real.id).value().line);
}

TEST_CASE("a self-assessment is tried by what its round goes by, not by a draft version") {
    Tablet tablet;
    const auto document = tablet.publishChecklist(test::smallDocument(1));
    tablet.becomeEnterprise();
    tablet.openRound("gs-2026", "small", document);
    tablet.publishChecklist(test::smallDocument(2), {{"test", true}});
    CHECK(beginAssessment(*tablet.store, "yongchang", "gs-2026", true).value().checklist == document);
}

TEST_CASE("by a checklist for another kind of check nothing begins") {
    Tablet tablet;
    tablet.publishChecklist(test::smallDocument(1), {{"kinds", json::array{"self"}}});
    CHECK(codeOf(beginInspection(*tablet.store, "yongchang", "small")) == "checklist_kind");
    CHECK(codeOf(beginInspection(*tablet.store, "yongchang", "small", {"gs-2026", {}, false})) == "begun");
    tablet.publishChecklist(test::smallDocument(2), {{"kinds", json::array{"special"}}});
    CHECK(codeOf(beginInspection(*tablet.store, "yongchang", "small", {{}, "routine", false})) == "checklist_kind");
    CHECK(codeOf(beginInspection(*tablet.store, "yongchang", "small", {{}, "special", false})) == "begun");
    CHECK(codeOf(beginInspection(*tablet.store, "yongchang", "small")) == "begun");
}

TEST_CASE("why nothing begins on a checklist any more is told while no version of it stands") {
    Tablet tablet;
    tablet.publishChecklist(test::smallDocument(1));
    const auto word = [&] { return withdrawnWord(checklistsOf(*tablet.store).value(), "small"); };
    CHECK(word().empty());
    const auto begun = beginInspection(*tablet.store, "yongchang", "small").value();
    tablet.withdrawChecklist(test::smallDocument(1), "标准已被代替");
    CHECK(word() == "标准已被代替");
    CHECK(codeOf(beginInspection(*tablet.store, "yongchang", "small")) == "checklist_withdrawn");
    CHECK(codeOf(beginInspection(*tablet.store, "yongchang", "small", kTest)) == "checklist_withdrawn");
    // What was begun goes on.
    REQUIRE(tablet.store->putEntries(begun.id, kAnswers));
    SignRequest request;
    request.draft = begun.id;
    request.party.absent = "无人";
    CHECK(signInspection(*tablet.store, request));
    tablet.publishChecklist(test::smallDocument(2), {{"test", true}});
    CHECK(word() == "标准已被代替");
    tablet.publishChecklist(test::smallDocument(3));
    CHECK(word().empty());
}
