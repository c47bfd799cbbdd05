#include "shared/store/previous_visit.h"

#include <catch2/catch.hpp>

#include "shared/store/derived/derived_tables.h"
#include "shared/store/inspection_sign.h"
#include "tests/unit/records/small_inspection.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

json::object bodyUnder(const Sha256& document, const std::string& checklist, const std::string& days) {
    return test::smallInspection(checklist, document, {{"a_c", "pass"}, {"b_n", days}});
}

std::string signedHere(Tablet& tablet, const std::string& days) {
    const auto id = beginInspection(*tablet.store, "yongchang", "small").value().id;
    REQUIRE(tablet.store->putEntries(
        id, answerEntries({{{"a_c", "pass"}, {"b_n", days}, {"d_c", "pass"}}, {}, {}, {{"product", "fruit"}}, {}})));
    SignRequest request;
    request.draft = id;
    request.party.absent = "没有人在";
    tablet.now.utc += std::chrono::seconds(1);
    return record::parsePayload(signInspection(*tablet.store, request).value().payload()).value().id;
}

void amend(Tablet& tablet, const std::string& id, const std::string& days) {
    const auto draft = beginAmendment(*tablet.store, id).value();
    REQUIRE(tablet.store->putEntries(draft.id, {answerEntry("b_n", days)}));
    SignRequest request;
    request.draft = draft.id;
    request.reason = "看错了";
    request.party.absent = "没有人在";
    tablet.now.utc += std::chrono::seconds(1);
    REQUIRE(signInspection(*tablet.store, request));
}

}  // namespace

TEST_CASE("the visit before is the newest one at the same site under the same checklist, whoever made it") {
    Tablet tablet;
    const auto document = tablet.publishChecklist(test::smallDocument(1));
    CHECK_FALSE(previousVisit(*tablet.store, "yongchang", "small").value());
    const auto own = signedHere(tablet, "4");
    CHECK(previousVisit(*tablet.store, "yongchang", "small").value()->record == own);
    const auto pulled = tablet.pullInspection(bodyUnder(document, "small", "9"));
    tablet.pullInspection(bodyUnder(document, "other", "1"));
    const auto visit = previousVisit(*tablet.store, "yongchang", "small").value();
    REQUIRE(visit);
    CHECK(visit->record == pulled);
    CHECK(visit->answers.values.at("b_n") == "9");
    CHECK(visit->checklist == document);
    CHECK(visit->version == "1");
    CHECK(previousVisit(*tablet.store, "yongchang", "small", pulled).value()->record == own);
    CHECK_FALSE(previousVisit(*tablet.store, "elsewhere", "small").value());
}

TEST_CASE("of a visit that was amended the newest version counts, and what the server refused is no visit") {
    Tablet tablet;
    tablet.publishChecklist(test::smallDocument(1));
    const auto id = signedHere(tablet, "4");
    amend(tablet, id, "8");
    CHECK(previousVisit(*tablet.store, "yongchang", "small").value()->answers.values.at("b_n") == "8");
    const auto other = signedHere(tablet, "3");
    REQUIRE(tablet.store->markRefused(tablet.store->recordById(other)->hash, "bad_score"));
    CHECK(previousVisit(*tablet.store, "yongchang", "small").value()->record == id);
}

TEST_CASE("an amendment moves no visit in time") {
    Tablet tablet;
    tablet.publishChecklist(test::smallDocument(1));
    const auto first = signedHere(tablet, "4");
    const auto day = tablet.now;
    const auto second = signedHere(tablet, "9");
    amend(tablet, first, "8");
    const auto tables = DerivedTables::open(*tablet.store);
    while (!tables->follow(*tablet.store, 100)) continue;
    const auto visits = tables->visits("yongchang", "small", 10);
    REQUIRE(visits.size() == 2);
    const auto last = [&](const std::string& except) {
        const auto listed = newestVisitOf(*tablet.store, visits, "small", except).value();
        CHECK(previousVisit(*tablet.store, "yongchang", "small", except).value()->record == listed->record);
        return listed;
    };
    CHECK(last("")->record == second);
    const auto amended = last(second);
    CHECK(amended->record == first);
    CHECK(amended->answers.values.at("b_n") == "8");
    CHECK(amended->at.utc == day.utc);
}
