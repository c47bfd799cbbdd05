// A draft stays on the version on which it was begun until a person moves it, and then nothing is lost.
#include "shared/store/draft_version.h"

#include <catch2/catch.hpp>

#include "shared/store/draft_audit_trail.h"
#include "shared/store/inspection_sign.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

struct Begun {
    Sha256 first;
    std::string id;
};

Begun begun(Tablet& tablet) {
    const auto first = tablet.publishChecklist(test::smallDocument(1));
    const auto id = beginInspection(*tablet.store, "yongchang", "small").value().id;
    REQUIRE(tablet.store->putEntries(id, answerEntries({{{"a_c", "pass"}, {"b_n", "5.5"}, {"d_c", "fail"}},
                                                        {},
                                                        {{"d", "没有标识"}},
                                                        {{"product", "vegetable"}},
                                                        {}})));
    return {first, id};
}

SignRequest refusedBy(const std::string& draft) {
    SignRequest request;
    request.draft = draft;
    request.party.refusedReason = "有异议";
    request.party.witness = "见证人";
    return request;
}

}  // namespace

TEST_CASE("a newer version is told of and changes nothing by itself") {
    Tablet tablet;
    const auto [first, id] = begun(tablet);
    CHECK_FALSE(newerVersionOf(*tablet.store, loadDraft(*tablet.store, id).value()).value());
    const auto second = tablet.publishChecklist(test::smallDocument(2));
    const auto draft = loadDraft(*tablet.store, id).value();
    CHECK(draft.row.checklist == first);
    const auto newer = newerVersionOf(*tablet.store, draft).value();
    REQUIRE(newer);
    CHECK(newer->version == "2");
    CHECK(newer->sha256 == second);
    // One that is begun now begins on it, and knows of none that is newer; an older one is no news.
    const auto fresh = beginInspection(*tablet.store, "yongchang", "small").value();
    CHECK(fresh.checklist == second);
    CHECK_FALSE(newerVersionOf(*tablet.store, loadDraft(*tablet.store, fresh.id).value()).value());
}

TEST_CASE("an inspection begins on what was published last, also where its document is not here yet") {
    Tablet tablet;
    begun(tablet);
    CHECK(beginInspection(*tablet.store, "yongchang", "small@1"));
    // Another administrator published the next version; its line came, its document has not.
    const auto second = tablet.publishChecklist(test::smallDocument(2));
    CHECK(beginInspection(*tablet.store, "yongchang", "small@1").error().code == "superseded");
    CHECK(beginInspection(*tablet.store, "yongchang", "small@2"));
    const auto name = tablet.store->vault().nameOf(second).hex();
    REQUIRE(std::filesystem::remove(tablet.store->folder() / "files" / name.substr(0, 2) / (name + ".sealed")));
    const auto begun = beginInspection(*tablet.store, "yongchang", "small");
    REQUIRE_FALSE(begun);
    CHECK(begun.error().code == "no_checklist");
    CHECK(begun.error().detail.find("version 2") != std::string::npos);
}

TEST_CASE("nothing begins on a version that was withdrawn; what was begun on it goes on, and it is no news to others") {
    Tablet tablet;
    const auto [first, id] = begun(tablet);
    const auto second = tablet.publishChecklist(test::smallDocument(2));
    tablet.withdrawChecklist(test::smallDocument(2), "第 3 项的限量有误");
    CHECK_FALSE(newerVersionOf(*tablet.store, loadDraft(*tablet.store, id).value()).value());
    // The one before it stands again.
    CHECK(beginInspection(*tablet.store, "yongchang", "small").value().checklist == first);
    const auto refused = beginInspection(*tablet.store, "yongchang", "small@2");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "checklist_withdrawn");
    CHECK(refused.error().detail.find("第 3 项的限量有误") != std::string::npos);

    tablet.withdrawChecklist(test::smallDocument(1), "全部停用");
    CHECK(beginInspection(*tablet.store, "yongchang", "small").error().code == "checklist_withdrawn");
    CHECK(loadDocument(*tablet.store, first));
    CHECK(signInspection(*tablet.store, refusedBy(id)));
    // Published once more, it stands.
    tablet.publishChecklist(test::smallDocument(2));
    CHECK(beginInspection(*tablet.store, "yongchang", "small").value().checklist == second);
}

TEST_CASE("the difference says what stays, what changed, what is lost and what is new") {
    Tablet tablet;
    const auto [first, id] = begun(tablet);
    const auto second = tablet.publishChecklist(test::smallDocument(2));
    const auto diff = diffToVersion(*tablet.store, loadDraft(*tablet.store, id).value(), second).value();
    using Kind = checklist::VersionChange::Kind;
    CHECK(diff.count(Kind::kept) == 1);     // the fact
    CHECK(diff.count(Kind::changed) == 1);  // a's wording
    CHECK(diff.count(Kind::dropped) == 3);  // 5.5 is no whole number; d and its note are gone
    CHECK(diff.count(Kind::added) == 1);    // e
}

TEST_CASE("moving keeps what the newer version takes and sets the rest aside; the record states both versions") {
    Tablet tablet;
    const auto [first, id] = begun(tablet);
    const auto second = tablet.publishChecklist(test::smallDocument(2));
    tablet.now.utc += std::chrono::minutes(5);
    REQUIRE(moveToVersion(*tablet.store, id, second));
    tablet.reopen();
    const auto draft = loadDraft(*tablet.store, id).value();
    CHECK(draft.row.checklist == second);
    CHECK(draft.answers.values == std::map<std::string, std::string>{{"a_c", "pass"}});
    CHECK(draft.answers.facts.at("product") == "vegetable");
    REQUIRE(draft.left.size() == 1);
    CHECK(draft.left[0].version == "1");
    CHECK(draft.left[0].sha256 == first);
    CHECK(draft.left[0].at.utc == tablet.now.utc);
    CHECK(draft.left[0].aside.values == std::map<std::string, std::string>{{"b_n", "5.5"}, {"d_c", "fail"}});
    CHECK(draft.left[0].aside.notes.at("d") == "没有标识");
    CHECK(draft.trail.replayed() == draft.answers);
    CHECK_FALSE(newerVersionOf(*tablet.store, draft).value());

    CHECK(signInspection(*tablet.store, refusedBy(id)).error().code == "incomplete");
    REQUIRE(tablet.store->putEntries(id, {answerEntry("b_n", "6"), answerEntry("e_c", "pass")}));
    const auto payload = record::parsePayload(signInspection(*tablet.store, refusedBy(id)).value().payload()).value();
    CHECK(textOr(payload.body.at("checklist").get_object(), "version") == "2");
    const auto& moved = payload.body.at("moved").get_array();
    REQUIRE(moved.size() == 1);
    const auto left = records::readLeftVersion(moved[0].get_object()).value();
    CHECK(left.version == "1");
    CHECK(left.sha256 == first);
    CHECK(left.aside == draft.left[0].aside);

    // An amendment still knows it, and is not offered to move.
    const auto amendment = beginAmendment(*tablet.store, payload.id).value();
    CHECK(loadDraft(*tablet.store, amendment.id).value().left.size() == 1);
    const auto third = tablet.publishChecklist(test::smallDocument(3));
    CHECK_FALSE(newerVersionOf(*tablet.store, loadDraft(*tablet.store, amendment.id).value()).value());
    CHECK(moveToVersion(*tablet.store, amendment.id, third).error().code == "amending");
}

TEST_CASE("who stays is asked again only for a version that is newer still") {
    Tablet tablet;
    const auto [first, id] = begun(tablet);
    const auto second = tablet.publishChecklist(test::smallDocument(2));
    REQUIRE(stayOnVersion(*tablet.store, id, second));
    auto draft = loadDraft(*tablet.store, id).value();
    CHECK(draft.staysBefore == second);
    CHECK(draft.row.checklist == first);
    const auto third = tablet.publishChecklist(test::smallDocument(3));
    draft = loadDraft(*tablet.store, id).value();
    CHECK(newerVersionOf(*tablet.store, draft).value()->sha256 == third);
    CHECK(draft.staysBefore != third);
}

TEST_CASE("a draft moves to another version of its own checklist only") {
    Tablet tablet;
    const auto [first, id] = begun(tablet);
    CHECK(moveToVersion(*tablet.store, id, first).error().code == "same_version");
    const auto other = checklistById(*tablet.store, "6a").value().sha256;
    CHECK(moveToVersion(*tablet.store, id, other).error().code == "other_checklist");
    CHECK(moveToVersion(*tablet.store, id, Sha256{}).error().code == "no_checklist");
    CHECK(loadDraft(*tablet.store, id).value().left.empty());
}
