// The enterprise's home over a real store: a round that is open, what is filled here, what came from a colleague,
// handing over, choosing, submitting.
#include "mobile/assess/assess_model.h"

#include <catch2/catch.hpp>

#include "mobile/assess/assess_work.h"
#include "mobile/check/check_model.h"
#include "mobile/sign/sign_model.h"
#include "mobile/ui/text.h"
#include "tests/unit/mobile/records.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

const std::vector<AssessSectionRow>& sectionsOf(AssessModel& assess) {
    return static_cast<Rows<AssessSectionRow>*>(assess.sections())->rows();
}

void refresh(AssessModel& assess, const std::function<bool()>& holds) {
    assess.refresh();
    waitFor([&] { return assess.property("ready").toBool() && holds(); });
    REQUIRE(assess.property("problem").toString().isEmpty());
}

// Opens this device's draft at an item, answers, and closes it.
void fill(Bench& bench, const QString& item, const QString& question, const QString& answer) {
    const auto info = bench.ask([](LocalStore& store) { return readAssess(store, {}); }).value();
    const auto draft = bench.ask([&](LocalStore& store) { return openAssessment(store, info.chosen, item); }).value();
    CheckModel check(bench.store(), nullptr);
    check.resume(draft);
    waitFor([&] { return check.isOpen(); });
    CHECK(check.assessing());
    CHECK(check.place()->itemId() == item);
    check.editor()->answer(question, answer);
    waitFor([&] { return check.saving()->state() == "saved"; });
}

void handOver(Bench& bench, AssessModel& assess) {
    int handed = -1;
    QObject::connect(&assess, &AssessModel::handedOver, &assess, [&](int items) { handed = items; });
    assess.handOver();
    waitFor([&] { return handed >= 0; });
    CHECK(handed > 0);
    (void)bench;
}

}  // namespace

TEST_CASE("without an open round the home says so, and which one was last") {
    Bench bench;
    bench.becomeEnterprise();
    bench.closeRound();
    bench.unlock();
    AssessModel assess(bench.store(), nullptr);
    refresh(assess, [&] { return assess.stage() == "none"; });
    CHECK(assess.emptyText().contains("2026 年度自评"));
    CHECK(assess.emptyText().contains("2026-11-20"));
    CHECK(sectionsOf(assess).empty());
}

TEST_CASE("a round that opens later is told with its days") {
    Bench bench;
    bench.becomeEnterprise("2026-12-01", "2026-12-14");
    bench.unlock();
    AssessModel assess(bench.store(), nullptr);
    refresh(assess, [&] { return assess.stage() == "none"; });
    CHECK(assess.emptyText().contains("2026-12-01"));
}

TEST_CASE("the home of an open round tells what is to be filled before anybody began") {
    Bench bench;
    bench.becomeEnterprise();
    CHECK(bench.unlock().person.enterprise);
    AssessModel assess(bench.store(), nullptr);
    refresh(assess, [&] { return assess.stage() == "filling"; });
    CHECK(assess.title() == "2026 年度自评");
    CHECK(assess.left() == "剩 7 天");
    CHECK(assess.answered() == 0);
    CHECK(assess.total() == 3);
    CHECK_FALSE(assess.begun());
    CHECK(assess.goOn().startsWith("开始填"));
    CHECK_FALSE(assess.complete());
    CHECK(assess.unsent()->count() == 0);
    REQUIRE(sectionsOf(assess).size() == 1);
    CHECK(sectionsOf(assess)[0].progressWord == "未开始");
    CHECK(sectionsOf(assess)[0].who.isEmpty());
    CHECK(assess.span() == 14);
    CHECK(assess.bars().size() == 7);
}

TEST_CASE("what is filled waits on this device until it is handed over, and only then is signed") {
    Bench bench;
    bench.becomeEnterprise();
    bench.unlock();
    AssessModel assess(bench.store(), nullptr);
    fill(bench, "a", "a_c", "pass");
    refresh(assess, [&] { return assess.unsent()->count() == 1; });
    CHECK(assess.answered() == 1);
    CHECK(assess.together() == "只有您在填");
    const auto own = [&] {
        store::RecordFilter filter;
        filter.type = "assessment.contributed";
        return test::connect(bench)->countRecords(filter);
    };
    CHECK(own() == 0);
    handOver(bench, assess);
    CHECK(own() == 1);
    refresh(assess, [&] { return assess.unsent()->count() == 0; });
    CHECK(assess.answered() == 1);
    CHECK(sectionsOf(assess)[0].who == "检查员甲");
}

TEST_CASE("what a colleague contributed is in the form here, with her name") {
    Bench bench;
    bench.becomeEnterprise();
    bench.contributeElsewhere({{"a", {{"answers", {{"a_c", "pass"}}}, {"note", "见台账"}}}});
    bench.unlock();
    AssessModel assess(bench.store(), nullptr);
    refresh(assess, [&] { return assess.answered() == 1; });
    CHECK(sectionsOf(assess)[0].who == "检查员丙");
    fill(bench, "b", "b_n", "5");
    refresh(assess, [&] { return assess.answered() == 2; });
    CHECK(assess.together().startsWith("2 人同填"));
    CHECK(assess.conflicts()->count() == 0);
    CHECK(assess.unsent()->count() == 1);
}

TEST_CASE("a section is assigned by a tap on a name, and hers stand first for whoever they are assigned to") {
    Bench bench;
    bench.becomeEnterprise();
    bench.unlock();
    AssessModel assess(bench.store(), nullptr);
    refresh(assess, [&] { return assess.stage() == "filling"; });
    const QString section = sectionsOf(assess)[0].id;
    assess.choosePerson(section);
    const auto& people = static_cast<Rows<AssessPersonRow>*>(assess.colleagues())->rows();
    REQUIRE(people.size() == 2);
    CHECK(people[0].name == "检查员甲（本人）");
    CHECK(people[1].name == "检查员丙");
    CHECK(assess.assignedNow().isEmpty());
    QString told;
    QObject::connect(&assess, &AssessModel::assigned, &assess, [&](const QString& name) { told = name; });
    assess.assign(people[1].id);
    waitFor([&] { return told == "检查员丙"; });
    refresh(assess, [&] { return sectionsOf(assess)[0].who == "检查员丙"; });
    CHECK_FALSE(sectionsOf(assess)[0].forMe);
    CHECK(assess.assignedNow().startsWith("检查员甲"));
    CHECK(assess.assignedNow().endsWith("派给 检查员丙"));
    CHECK(people[1].chosen);
    // She may fill it all the same, and both are told of.
    fill(bench, "a", "a_c", "pass");
    refresh(assess, [&] { return assess.answered() == 1; });
    CHECK(sectionsOf(assess)[0].whoNote == "检查员甲填过");
    assess.assign(people[0].id);
    refresh(assess, [&] { return sectionsOf(assess)[0].forMe; });
    assess.assign("");
    refresh(assess, [&] { return assess.assignedNow().isEmpty(); });
    CHECK(sectionsOf(assess)[0].who == "检查员甲");  // who filled it
}

TEST_CASE("an item that two people answered differently shows both, and the person chooses") {
    Bench bench;
    bench.becomeEnterprise();
    bench.unlock();
    AssessModel assess(bench.store(), nullptr);
    fill(bench, "b", "b_n", "5");
    bench.contributeElsewhere({{"b", {{"answers", {{"b_n", "2"}}}}}});
    bench.unlock();
    refresh(assess, [&] { return assess.conflicts()->count() == 1; });
    const auto conflict = static_cast<Rows<AssessConflictRow>*>(assess.conflicts())->rows().front();
    CHECK(conflict.mine.contains("5"));
    CHECK(conflict.theirs.contains("2"));
    CHECK(conflict.theirHead.startsWith("检查员丙"));
    CHECK_FALSE(assess.complete());

    SECTION("theirs takes its place, and nothing is left to hand over") {
        assess.decide("b", false);
        refresh(assess, [&] { return assess.conflicts()->count() == 0 && assess.unsent()->count() == 0; });
        CHECK(assess.answered() == 1);
    }
    SECTION("mine stands, and is handed over next") {
        assess.decide("b", true);
        refresh(assess, [&] { return assess.conflicts()->count() == 0; });
        CHECK(assess.unsent()->count() == 1);
    }
}

TEST_CASE("a whole form is submitted by its responsible person, with who filled what") {
    Bench bench;
    bench.becomeEnterprise();
    bench.contributeElsewhere({{"a", {{"answers", {{"a_c", "pass"}}}}}});
    bench.unlock();
    AssessModel assess(bench.store(), nullptr);
    fill(bench, "b", "b_n", "5");
    fill(bench, "d", "d_c", "pass");
    QString draft;
    QObject::connect(&assess, &AssessModel::reviewAsked, &assess, [&](const QString& asked) { draft = asked; });
    refresh(assess, [&] { return assess.answered() == 3; });
    assess.review();
    waitFor([&] { return !draft.isEmpty(); });
    CheckModel check(bench.store(), nullptr);
    check.resume(draft);
    waitFor([&] { return check.isOpen(); });
    check.editor()->setFact("product", "vegetable");
    waitFor([&] { return check.saving()->state() == "saved"; });
    REQUIRE(check.totals()->complete());
    SignModel sign(bench.store(), check, nullptr);
    sign.prepare();
    CHECK(sign.kind() == "企业自评");
    waitFor([&] { return sign.contributors()->count() == 2; });
    sign.seal(test::kPin, "", "");
    waitFor([&] { return !sign.busy(); });
    INFO(sign.problem().toStdString());
    REQUIRE_FALSE(sign.sealedId().isEmpty());
    refresh(assess, [&] { return assess.stage() == "submitted"; });
    CHECK(assess.record() == sign.sealedId());
    CHECK(assess.mine());
    CHECK(assess.answered() == 3);
    CHECK(assess.left().isEmpty());

    // It stands until it is returned. An amendment changes what it changes, and nothing of it is lost to what was
    // contributed before.
    const auto submitted = test::connect(bench)->recordById(ss(assess.record())).value();
    bench.returnRecord(assess.record(), submitted.hash, "请补说明");
    bench.unlock();
    refresh(assess, [&] { return assess.stage() == "returned"; });
    CHECK(assess.comment() == "请补说明");
    check.forget();
    check.amend(assess.record());
    waitFor([&] { return check.isOpen(); });
    CHECK(check.amending());
    CHECK(check.assessing());
    check.place()->goTo("b");
    check.editor()->setNote("按标签执行");
    waitFor([&] { return check.saving()->state() == "saved"; });
    sign.prepare();
    CHECK(sign.kind() == "企业自评（补正）");
    sign.seal(test::kPin, "", "补充说明");
    waitFor([&] { return !sign.busy(); });
    INFO(sign.problem().toStdString());
    const auto tablet = test::connect(bench);
    store::RecordFilter amended;
    amended.type = "assessment.amended";
    const auto rows = tablet->records(amended);
    REQUIRE(rows.size() == 1);
    const auto body = records::readVersion("assessment.amended", tablet->payload(rows[0].hash).value().body).value();
    CHECK(body.answers.notes.at("b") == "按标签执行");
    CHECK(body.reason == "补充说明");
}
