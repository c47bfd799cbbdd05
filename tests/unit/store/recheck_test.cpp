// A re-check as a device signs it: for an order, of what failed, and with no case of its own.
#include <catch2/catch.hpp>

#include "shared/store/act_sign.h"
#include "shared/store/folded_rows.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

void fill(Tablet& tablet, const DraftRow& draft, const std::string& fixture) {
    const auto value =
        parseJson(test::readFile(std::string(PLUMB_SOURCE_DIR) + "/tests/unit/checklist/fixtures/" + fixture)).value();
    const auto answers = checklist::Answers::fromJson(value.get_object()).value();
    std::vector<DraftEntry> entries;
    for (const auto& [question, answer] : answers.values) entries.push_back(answerEntry(question, answer));
    for (const auto& [item, reason] : answers.na) entries.push_back(naEntry(item, reason));
    for (const auto& [item, text] : answers.notes) entries.push_back(noteEntry(item, text));
    REQUIRE(tablet.store->putEntries(draft.id, entries));
    const auto document = loadDocument(*tablet.store, draft.checklist).value();
    for (const auto& item : document->items) {
        if (item.evidence.photos + item.evidence.photosWhenFailed > 0)
            (void)addPhoto(*tablet.store, draft.id, item.id, asBytes(test::pngBytes())).value();
    }
}

SignRequest requestFor(const std::string& draft) {
    SignRequest request;
    request.draft = draft;
    request.party.refusedReason = "对结果有异议";
    request.party.witness = "见证人";
    return request;
}

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

// An inspection that was signed here, with an order for all of its findings.
struct Ordered {
    Tablet tablet;
    std::string inspection, order;

    Ordered() {
        const auto draft = beginInspection(*tablet.store, "yongchang", tablet.checklistId).value();
        fill(tablet, draft, "6a-veto.json");
        inspection = idOf(signInspection(*tablet.store, requestFor(draft.id)).value());
        auto act = offeredOrder(*tablet.store, inspection).value();
        REQUIRE(act.entries.size() == 2);
        act.office = "永昌县市场监督管理局";
        act.delivery = records::Delivery{records::DeliveryWay::electronic, {}, {}, {}, {}, {}};
        for (auto& entry : act.entries) entry.requirement = "改正";
        order = idOf(signAct(*tablet.store, act).value());
    }
};

}  // namespace

TEST_CASE("what failed again is signed, and no second case comes of it") {
    Ordered it;
    auto& store = *it.tablet.store;
    const auto draft = beginRecheck(store, it.order).value();
    fill(it.tablet, draft, "6a-veto.json");
    const auto recheck = idOf(signInspection(store, requestFor(draft.id)).value());
    const auto payload = store.payload(store.recordById(recheck)->hash).value();
    CHECK(textOr(payload.body, "order") == it.order);
    CHECK(payload.body.at("findings").get_array().size() == 2);
    CHECK_FALSE(caseOf(store, recheck));
    const auto row = caseOf(store, it.inspection).value();
    CHECK(row.findings.size() == 2);
    // Its results are acts about the case of the order.
    records::Act act;
    act.kind = records::ActKind::verified;
    act.of = it.inspection;
    act.order = it.order;
    act.inspection = recheck;
    act.entries.push_back({row.findings.front().item, {}, {}, {}, {}, {}});
    REQUIRE(signAct(store, act));
    CHECK(caseOf(store, it.inspection)->findings.front().state == records::FindingState::passed);
}

TEST_CASE("a re-check that finds what the inspection did not is not signed, and its draft stays") {
    Ordered it;
    auto& store = *it.tablet.store;
    const auto draft = beginRecheck(store, it.order).value();
    fill(it.tablet, draft, "6a-veto.json");
    REQUIRE(store.putEntries(draft.id, {answerEntry("i5", "part"), answerEntry("i5_lacking", "dates")}));
    const auto before = store.tip();
    for (const auto& code : {composeInspection(store, requestFor(draft.id)).error().code,
                             signInspection(store, requestFor(draft.id)).error().code})
        CHECK(code == "finding_new");
    CHECK(store.tip().seq == before.seq);
    CHECK(store.draft(draft.id));
}
