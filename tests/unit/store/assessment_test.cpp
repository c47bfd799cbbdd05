// A self-assessment that several people fill: what is contributed, what is taken in, what is never overwritten, and the
// whole that is submitted.
#include <catch2/catch.hpp>

#include <random>

#include "shared/crypto/hash.h"
#include "shared/store/assessment_assign.h"
#include "shared/store/assessment_sign.h"
#include "shared/store/folded_rows.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

const domain::Grant kEnterprise{domain::Role::enterprise, {"6203"}, {"yongchang"}};

// Of the small document: each item has one question.
std::string questionOf(const std::string& item) {
    return item + (item == "b" ? "_n" : "_c");
}

// The enterprise's tablet, and a colleague whose lines are pulled.
struct Filling {
    Tablet tablet{kEnterprise};
    Sha256 document = tablet.publishChecklist(test::smallDocument(1));
    crypto::PrivateKey colleague = tablet.enrolOther("p8", "质量员乙", kEnterprise);
    std::string checklist = textOr(parseJson(test::smallDocument(1)).value().get_object(), "id");
    std::string draft;

    Filling() {
        tablet.openRound("gs-2026", checklist, document);
        draft = beginAssessment(store(), "yongchang", "gs-2026").value().id;
    }
    [[nodiscard]] TabletStore& store() const { return *tablet.store; }
    void type(const std::string& item, const std::string& value) const {
        REQUIRE(store().putEntries(draft, {answerEntry(questionOf(item), value)}));
    }
    [[nodiscard]] std::string here(const std::string& item) const {
        const auto loaded = loadDraft(store(), draft).value();
        const auto found = loaded.answers.values.find(questionOf(item));
        return found == loaded.answers.values.end() ? "" : found->second;
    }
    // What the colleague contributed, as it comes from the log.
    std::string colleagueGives(json::object items, std::vector<record::FileRef> files = {}) {
        return tablet.pullFrom(colleague, "assessment.contributed",
                               {{"round", "gs-2026"},
                                {"checklist", {{"id", checklist}, {"version", "1"}, {"sha256", document.hex()}}},
                                {"items", std::move(items)}},
                               std::move(files));
    }
    [[nodiscard]] std::optional<records::AssessmentRow> row() const {
        return assessmentAt(store(), "yongchang", "gs-2026", checklist);
    }
};

json::object answer(const char* item, const std::string& value) {
    return {{"answers", {{questionOf(item), value}}}};
}

std::vector<std::string> itemsOf(const record::Line& line) {
    std::vector<std::string> out;
    const auto payload = record::parsePayload(line.payload()).value();
    for (const auto& member : payload.body.at("items").as_object()) out.emplace_back(member.key());
    return out;
}

}  // namespace

TEST_CASE("a contribution holds the items that changed since the last one, whole, and nothing else") {
    Filling site;
    CHECK_FALSE(contribute(site.store(), site.draft).value().line);
    site.type("a", "pass");
    REQUIRE(site.store().putEntries(site.draft, {noteEntry("a", "第 3 页")}));
    site.type("b", "5");
    const auto first = contribute(site.store(), site.draft).value().line;
    REQUIRE(first);
    CHECK(itemsOf(*first) == std::vector<std::string>{"a", "b"});
    CHECK_FALSE(contribute(site.store(), site.draft).value().line);

    site.tablet.reopen();
    site.type("b", "6");
    const auto second = contribute(site.store(), site.draft).value().line;
    REQUIRE(second);
    CHECK(itemsOf(*second) == std::vector<std::string>{"b"});
    site.type("a", "");
    REQUIRE(site.store().putEntries(site.draft, {noteEntry("a", "")}));
    const auto third = contribute(site.store(), site.draft).value().line;  // taken back
    REQUIRE(third);
    CHECK(itemsOf(*third) == std::vector<std::string>{"a"});
    CHECK(site.row()->items.at("a").content.blank());
    CHECK(site.row()->items.at("b").content.answers.at("b_n") == "6");
}

TEST_CASE("a contribution says where it was signed, or why nobody knows; a fix of another moment is stated as stale") {
    Filling site;
    const auto placeOf = [](const Contributed& done) {
        return records::readContribution(record::parsePayload(done.line->payload()).value().body).value().place;
    };
    domain::Place here{38.2471, 101.9683, 4.2, site.store().now(), domain::PlaceSource::satellite};
    site.type("a", "pass");
    CHECK(placeOf(contribute(site.store(), site.draft, here).value()) == domain::Whereabouts(here));
    site.type("a", "fail");
    CHECK(placeOf(contribute(site.store(), site.draft, domain::NoPlace::denied).value()) ==
          domain::Whereabouts(domain::NoPlace::denied));
    site.type("a", "pass");
    here.at.utc -= std::chrono::minutes(2);
    CHECK(placeOf(contribute(site.store(), site.draft, here).value()) == domain::Whereabouts(domain::NoPlace::stale));
    site.type("a", "fail");
    CHECK_FALSE(placeOf(contribute(site.store(), site.draft).value()));
}

TEST_CASE("what others contribute comes into the draft, and never over what was changed here") {
    Filling site;
    site.type("a", "pass");
    const auto by = site.colleagueGives({{"a", answer("a", "fail")}, {"d", answer("d", "pass")}});
    auto merged = takeContributions(site.store(), site.draft).value();
    CHECK(merged.taken == std::vector<std::string>{"d"});
    CHECK(site.here("d") == "pass");
    CHECK(site.here("a") == "pass");
    REQUIRE(merged.divergent.size() == 1);
    CHECK(merged.divergent[0].item == "a");
    CHECK(merged.divergent[0].theirs.answers.answers.at("a_c") == "fail");
    CHECK(merged.divergent[0].from.kid == site.colleague.kid());
    // A divergent item is not contributed before it is settled, and stands in the way of submitting.
    CHECK_FALSE(contribute(site.store(), site.draft).value().line);
    const auto early = submitAssessment(site.store(), {site.draft, {}});
    REQUIRE_FALSE(early);
    CHECK(early.error().code == "divergent");

    SECTION("mine is contributed after theirs") {
        REQUIRE(settle(site.store(), site.draft, "a", Keep::mine));
        CHECK(takeContributions(site.store(), site.draft).value().divergent.empty());
        const auto line = contribute(site.store(), site.draft).value().line;
        REQUIRE(line);
        CHECK(itemsOf(*line) == std::vector<std::string>{"a"});
        const auto item = site.row()->items.at("a");
        CHECK(item.content.answers.at("a_c") == "pass");
        CHECK(item.before == std::vector<Sha256>{site.store().recordById(by)->hash});
    }
    SECTION("theirs takes its place") {
        REQUIRE(settle(site.store(), site.draft, "a", Keep::theirs));
        CHECK(site.here("a") == "fail");
        CHECK_FALSE(contribute(site.store(), site.draft).value().line);
    }
    CHECK(settle(site.store(), site.draft, "a", Keep::mine).error().code == "no_divergence");
}

TEST_CASE("photos and documents of an item go along, those of others stay named without being here") {
    Filling site;
    const auto content = test::pngBytes();
    REQUIRE(addPhoto(site.store(), site.draft, "a", asBytes(content)));
    const auto paper = importAttached(site.store(), "a", asBytes("%PDF-1.4"), "application/pdf", "手册.pdf").value();
    REQUIRE(site.store().putEntries(site.draft, {documentEntry(paper)}));
    site.type("a", "pass");
    const auto line = contribute(site.store(), site.draft).value().line;
    REQUIRE(line);
    CHECK(record::parsePayload(line->payload()).value().files.size() == 2);
    REQUIRE(site.store().putEntries(site.draft, {documentGone(paper)}));
    CHECK(itemsOf(*contribute(site.store(), site.draft).value().line) == std::vector<std::string>{"a"});

    const record::FileRef theirs{crypto::sha256("their photo"), 11, "image/jpeg", "evidence", "d"};
    site.colleagueGives({{"d", answer("d", "pass")}}, {theirs});
    CHECK(takeContributions(site.store(), site.draft).value().taken == std::vector<std::string>{"d"});
    const auto loaded = loadDraft(site.store(), site.draft).value();
    CHECK(photosPerItem(loaded.photos).at("d") == 1);
    // It goes on being named when that item is changed here, though the file is not.
    site.type("d", "fail");
    const auto changed = contribute(site.store(), site.draft).value().line;
    REQUIRE(changed);
    const auto files = record::parsePayload(changed->payload()).value().files;
    REQUIRE(files.size() == 1);
    CHECK(files[0].sha256 == theirs.sha256);
}

TEST_CASE("the whole is submitted with its score and who filled what, and nothing is contributed after") {
    Filling site;
    site.type("a", "pass");
    site.type("b", "5");
    REQUIRE(site.store().putEntries(site.draft, {factEntry("product", "vegetable")}));
    const auto lacking = submitAssessment(site.store(), {site.draft, {}});
    REQUIRE_FALSE(lacking);
    CHECK(lacking.error().code == "incomplete");
    site.colleagueGives({{"d", answer("d", "pass")}});
    const auto line = submitAssessment(site.store(), {site.draft, {}});
    if (!line) FAIL(line.error().detail);
    const auto payload = record::parsePayload(line->payload()).value();
    const auto body = records::readAssessment(payload.body).value();
    CHECK(body.answers.values.at("d_c") == "pass");
    CHECK(body.round == "gs-2026");
    REQUIRE(body.contributors.size() == 2);
    for (const auto& one : body.contributors) {
        const bool mine = one.kid == site.tablet.device.kid();
        CHECK(one.name == (mine ? "检查员甲" : "质量员乙"));
        CHECK(one.items == (mine ? std::vector<std::string>{"a", "b"} : std::vector<std::string>{"d"}));
    }
    CHECK(site.store().drafts().empty());
    CHECK(site.row()->submitted->id == payload.id);
    CHECK(beginAssessment(site.store(), "yongchang", "gs-2026").error().code == "round_closed");
}

TEST_CASE("a returned self-assessment is amended by its author, with what others contributed since") {
    Filling site;
    site.type("a", "pass");
    site.type("b", "5");
    site.type("d", "pass");
    REQUIRE(site.store().putEntries(site.draft, {factEntry("product", "vegetable")}));
    const auto line = submitAssessment(site.store(), {site.draft, {}}).value();
    const auto id = record::parsePayload(line.payload()).value().id;
    const auto supervisor = site.tablet.enrolOther("p9", "审核员丁", {domain::Role::supervisor, {"6203"}, {}});
    for (const auto& row : site.store().records({})) {
        if (row.own && !row.logIndex) REQUIRE(site.store().markProved(row.hash, 50 + row.seq, 60));
    }
    site.tablet.jumpTo(70);
    site.tablet.pullFrom(supervisor, "review.returned", {{"of", id}, {"hash", line.hash().hex()}, {"comment", "补"}});
    site.colleagueGives({{"d", answer("d", "fail")}});
    const auto draft = beginAssessment(site.store(), "yongchang", "gs-2026").value();
    CHECK(draft.amends == id);
    site.draft = draft.id;
    CHECK(site.here("d") == "fail");
    CHECK(site.here("a") == "pass");
    CHECK(submitAssessment(site.store(), {site.draft, {}}).error().code == "reason_missing");
    const auto amended = submitAssessment(site.store(), {site.draft, "按意见补充"});
    if (!amended) FAIL(amended.error().detail);
    const auto payload = record::parsePayload(amended->payload()).value();
    CHECK(payload.type == "assessment.amended");
    CHECK(records::readAssessmentAmendment(payload.body).value().answers.values.at("d_c") == "fail");
    CHECK(site.row()->submitted->version == 2);
}

TEST_CASE("what was submitted is amended by its author before anybody returned it, and says who filled what") {
    Filling site;
    site.type("a", "pass");
    site.type("b", "5");
    REQUIRE(site.store().putEntries(site.draft, {factEntry("product", "vegetable")}));
    site.colleagueGives({{"d", answer("d", "pass")}});
    const auto line = submitAssessment(site.store(), {site.draft, {}}).value();
    const auto id = record::parsePayload(line.payload()).value().id;
    const auto amend = [&](const std::string& value) {
        site.draft = beginAmendment(site.store(), id).value().id;
        site.type("d", value);
        return submitAssessment(site.store(), {site.draft, "填错了"});
    };
    const auto bodyOf = [](const record::Line& signedLine) {
        return records::readAssessmentAmendment(record::parsePayload(signedLine.payload()).value().body).value();
    };
    const auto second = amend("fail");
    if (!second) FAIL(second.error().detail);
    CHECK(bodyOf(*second).answers.values.at("d_c") == "fail");
    REQUIRE(bodyOf(*second).contributors.size() == 1);  // what the colleague had said is said otherwise now
    CHECK(bodyOf(*second).contributors[0].items == std::vector<std::string>{"a", "b", "d"});
    // What was contributed before the version that is amended never comes back over it.
    site.draft = beginAmendment(site.store(), id).value().id;
    CHECK(takeContributions(site.store(), site.draft).value().taken.empty());
    CHECK(site.here("d") == "fail");
    CHECK(contribute(site.store(), site.draft).error().code == "round_closed");

    SECTION("and once more, as long as it is not accepted") {
        const auto third = amend("pass");
        if (!third) FAIL(third.error().detail);
        CHECK(site.row()->submitted->version == 3);
    }
    SECTION("not after it was accepted") {
        const auto supervisor = site.tablet.enrolOther("p9", "审核员丁", {domain::Role::supervisor, {"6203"}, {}});
        for (const auto& row : site.store().records({})) {
            if (row.own && !row.logIndex) REQUIRE(site.store().markProved(row.hash, 50 + row.seq, 60));
        }
        site.tablet.jumpTo(70);
        site.tablet.pullFrom(supervisor, "review.accepted", {{"of", id}, {"hash", second->hash().hex()}});
        const auto late = amend("pass");
        REQUIRE_FALSE(late);
        CHECK(late.error().code == "record_accepted");
    }
    SECTION("not after the round was closed") {
        site.tablet.openRound("gs-2026", site.checklist, site.document, true);
        const auto late = amend("pass");
        REQUIRE_FALSE(late);
        CHECK(late.error().code == "round_closed");
    }
}

TEST_CASE("a section is assigned to the people of the enterprise, and to nobody else") {
    Filling site;
    (void)site.tablet.enrolOther("p9", "审核员丁", {domain::Role::supervisor, {"6203"}, {}});
    (void)site.tablet.enrolOther("p10", "别家丙", {domain::Role::enterprise, {"6203"}, {"elsewhere"}});
    (void)site.tablet.enrolOther("p8", "质量员乙", kEnterprise);  // a second device of hers
    const auto people = store::peopleOfSite(site.store(), "yongchang").value();
    REQUIRE(people.size() == 2);
    CHECK(people[0].id == site.store().profile().value().personId);
    CHECK(people[1] == domain::SitePerson{"p8", "质量员乙"});
    const auto assign = [&](const std::string& person) {
        return assignSection(site.store(), {"yongchang", "gs-2026", {site.checklist, "1", site.document}, "s", person});
    };
    REQUIRE(assign("p8").value());
    CHECK(site.row()->assigned.at("s").person == "p8");
    CHECK(site.row()->assigned.at("s").kid == site.tablet.device.kid());
    CHECK_FALSE(assign("p8").value());  // it stands so already
    for (const char* other : {"p9", "p10", "nobody"}) CHECK(assign(other).error().code == "person_unknown");
    // It restricts nobody, and the later word holds.
    site.type("a", "pass");
    REQUIRE(contribute(site.store(), site.draft).value().line);
    site.tablet.pullFrom(site.colleague, "assessment.assigned",
                         {{"round", "gs-2026"},
                          {"checklist", {{"id", site.checklist}, {"version", "1"}, {"sha256", site.document.hex()}}},
                          {"section", "t"},
                          {"person", people[0].id}});
    CHECK(site.row()->assigned.at("t").person == people[0].id);
    REQUIRE(assign("").value());
    CHECK(site.row()->assigned.at("s").person.empty());
    site.tablet.openRound("gs-2026", site.checklist, site.document, true);
    CHECK(assign("p8").error().code == "round_closed");
}

TEST_CASE("rounds that are closed, unknown or not for the site take nothing") {
    Filling site;
    CHECK(beginAssessment(site.store(), "yongchang", "gs-2031").error().code == "round_unknown");
    site.type("a", "pass");
    site.tablet.openRound("gs-2026", site.checklist, site.document, true);
    CHECK(contribute(site.store(), site.draft).error().code == "round_closed");
    CHECK(site.here("a") == "pass");
    CHECK(submitAssessment(site.store(), {site.draft, {}}).has_value() == false);
}

TEST_CASE("however two people's work interleaves, nothing that was typed here is lost unasked") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const auto draw = [&](std::size_t below) { return random() % below; };
        Filling site;
        static const char* const kItems[] = {"a", "b", "d"};
        static const char* const kValues[3][2] = {{"pass", "fail"}, {"5", "6"}, {"pass", "fail"}};
        std::map<std::string, std::string> mine;  // changed here, and neither contributed nor settled since
        std::map<std::string, std::string> base;  // what it was changed from: typing that again is no change
        for (int step = 0; step < 40; ++step) {
            const auto which = draw(3);
            const std::string item = kItems[which];
            switch (draw(5)) {
                case 0:
                    if (!mine.contains(item)) base[item] = site.here(item);
                    mine[item] = kValues[which][draw(2)];
                    site.type(item, mine[item]);
                    if (mine[item] == base[item]) mine.erase(item);
                    break;
                case 1:
                    site.colleagueGives({{item, answer(kItems[which], kValues[which][draw(2)])}});
                    break;
                case 2:
                    REQUIRE(takeContributions(site.store(), site.draft));
                    break;
                case 3: {
                    const auto done = contribute(site.store(), site.draft).value();
                    if (!done.line) break;
                    for (const auto& given : itemsOf(*done.line)) mine.erase(given);
                    break;
                }
                default: {
                    const auto merged = takeContributions(site.store(), site.draft).value();
                    for (const auto& one : merged.divergent) {
                        const bool keep = draw(2) != 0;
                        REQUIRE(settle(site.store(), site.draft, one.item, keep ? Keep::mine : Keep::theirs));
                        if (!keep) mine.erase(one.item);
                        base[one.item] = one.theirs.answers.answers.at(questionOf(one.item));
                    }
                }
            }
            for (const auto& [typed, value] : mine) REQUIRE(site.here(typed) == value);
        }
        // In the end all agree: what nobody holds back is what the lines say.
        const auto last = takeContributions(site.store(), site.draft).value();
        for (const auto& one : last.divergent) REQUIRE(settle(site.store(), site.draft, one.item, Keep::mine));
        REQUIRE(contribute(site.store(), site.draft));
        const auto row = site.row();
        for (const auto* item : kItems) {
            const std::string said =
                row && row->items.contains(item) && row->items.at(item).content.answers.contains(questionOf(item))
                    ? row->items.at(item).content.answers.at(questionOf(item))
                    : "";
            CHECK(site.here(item) == said);
        }
    }
}
