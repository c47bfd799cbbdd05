// What stands around the items of a check: facts of the site, the visit before, versions of the checklist, sections
// within sections; and the trail that all of it leaves.
#include <QFile>
#include <catch2/catch.hpp>

#include "mobile/check/check_model.h"
#include "mobile/check/check_rows.h"
#include "mobile/check/field_rows.h"
#include "mobile/check/opening.h"
#include "mobile/sign/sign_model.h"
#include "mobile/ui/rows.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

void begin(CheckModel& check) {
    check.begin("yongchang", "small");
    waitFor([&] { return check.isOpen(); });
}

void settle(CheckModel& check) {
    waitFor([&] { return check.saving()->state() == "saved"; });
}

template <class Row>
const std::vector<Row>& rowsOf(RowModel* model) {
    return static_cast<Rows<Row>*>(model)->rows();
}

const QuestionRow& questionRow(CheckModel& check, const QString& id) {
    for (const auto& row : rowsOf<QuestionRow>(check.item()->questions()))
        if (row.id == id) return row;
    FAIL("no question " + id.toStdString());
    throw std::logic_error("unreachable");
}

const SectionRow& sectionRow(CheckModel& check, const QString& id) {
    for (const auto& row : rowsOf<SectionRow>(check.outline()->sections()))
        if (row.id == id) return row;
    FAIL("no section " + id.toStdString());
    throw std::logic_error("unreachable");
}

void answerAll(CheckModel& check, const QString& days) {
    check.editor()->setFact("product", "vegetable");
    check.place()->goTo("a");
    check.editor()->answer("a_c", "pass");
    check.place()->goTo("b");
    check.editor()->answer("b_n", days);
    check.place()->goTo("d");
    check.editor()->answer("d_c", "fail");
    settle(check);
}

void sign(Bench& bench, CheckModel& check) {
    SignModel sign(bench.store(), check, nullptr);
    sign.prepare();
    waitFor([&] { return sign.settled(); });
    sign.sayRefusal("有异议", "见证人", "", {}, "");
    sign.seal(test::kPin, "", "");
    waitFor([&] { return !sign.busy(); });
    INFO(sign.problem().toStdString());
    REQUIRE_FALSE(sign.sealedId().isEmpty());
    check.forget();
}

}  // namespace

TEST_CASE("a required fact of the site holds back the signature until it is stated, and is kept") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    CheckModel check(bench.store(), nullptr);
    begin(check);
    REQUIRE(check.facts()->count() == 1);
    CHECK(check.facts()->lacking() == 1);
    const auto& first = rowsOf<MissingRow>(check.totals()->missing()).front();
    CHECK(first.item.isEmpty());
    CHECK(first.sentence.contains(u"产品"));
    bool asked = false;
    QObject::connect(check.place(), &CheckPlace::factsAsked, [&] { asked = true; });
    check.place()->goToFacts();
    CHECK(asked);

    check.editor()->setFact("product", "meat");
    CHECK_FALSE(rowsOf<QuestionRow>(check.facts()->fields()).front().problem.isEmpty());
    check.editor()->setFact("product", "vegetable");
    CHECK(rowsOf<QuestionRow>(check.facts()->fields()).front().problem.isEmpty());
    CHECK(check.facts()->lacking() == 0);
    CHECK(check.facts()->summary() == "产品：蔬菜");
    settle(check);
    const auto stored =
        bench.ask([draft = check.draft()](LocalStore& store) { return openDraft(store, draft); }).value().draft;
    CHECK(stored.answers.facts.at("product") == "vegetable");
    CHECK(stored.trail.replayed() == stored.answers);
}

TEST_CASE("what the visit before said stands beside each field, and nothing where there was none") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    {
        CheckModel first(bench.store(), nullptr);
        begin(first);
        first.place()->goTo("b");
        CHECK(questionRow(first, "b_n").last.isEmpty());
        CHECK(first.item()->property("lastVerdict").toString().isEmpty());
        answerAll(first, "2");
        sign(bench, first);
    }
    bench.now.utc += std::chrono::hours(24 * 30);
    CheckModel check(bench.store(), nullptr);
    begin(check);
    CHECK(rowsOf<QuestionRow>(check.facts()->fields()).front().last == "蔬菜");
    check.place()->goTo("b");
    CHECK(questionRow(check, "b_n").last == "2 天");
    CHECK(questionRow(check, "b_n").value.isEmpty());
    CHECK(check.item()->property("lastVerdict") == "fail");
    check.place()->goTo("d");
    CHECK(questionRow(check, "d_c").last == "不符合");
}

TEST_CASE("a newer version is shown, staying changes nothing, moving keeps aside what it cannot take") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    CheckModel check(bench.store(), nullptr);
    begin(check);
    answerAll(check, "5.5");
    CHECK(check.versions()->property("newer").toString().isEmpty());

    bench.publish(test::smallDocument(2));
    check.lookForNewer();
    waitFor([&] { return check.versions()->property("undecided").toBool(); });
    check.compareVersions();
    CHECK(check.versions()->property("droppedAnswers") == 2);
    CHECK(check.versions()->property("changedAnswers") == 1);
    QStringList items;
    for (const auto& row : rowsOf<ChangeRow>(check.versions()->items())) items.append(row.kind + u' ' + row.id);
    CHECK(items == QStringList{"added e", "changed a", "changed b", "removed d"});

    check.stayOnVersion();
    waitFor([&] { return !check.notice()->busy(); });
    CHECK_FALSE(check.versions()->property("undecided").toBool());
    CHECK(check.versions()->property("current") == "1");

    // An answer in flight goes along.
    check.place()->goTo("a");
    check.editor()->answer("a_c", "fail");
    check.moveToNewer();
    waitFor([&] { return check.versions()->property("current") == "2"; });
    CHECK(check.versions()->property("newer").toString().isEmpty());
    CHECK(check.session()->answers().values.at("a_c") == "fail");
    QStringList aside;
    for (const auto& row : rowsOf<ChangeRow>(check.versions()->aside())) aside.append(row.no + u' ' + row.value);
    CHECK(aside == QStringList{"b 您的答案：5.5 天", "d 您的答案：不符合"});
    const auto stored =
        bench.ask([draft = check.draft()](LocalStore& store) { return openDraft(store, draft); }).value().draft;
    CHECK(stored.left.size() == 1);
    CHECK(stored.trail.replayed() == stored.answers);
}

TEST_CASE("sections stand within sections, and an untouched bonus section is not called done") {
    Bench bench;
    bench.publish(test::nestedDocument());
    CheckModel check(bench.store(), nullptr);
    begin(check);
    CHECK(check.totals()->total() == 4);
    CHECK(sectionRow(check, "s1").depth == 0);
    CHECK(sectionRow(check, "s1").total == 4);
    CHECK(sectionRow(check, "s11").depth == 1);
    CHECK(sectionRow(check, "s11").total == 2);
    CHECK(sectionRow(check, "s121").depth == 2);
    CHECK(sectionRow(check, "j").remark == "未填");
    CHECK(sectionRow(check, "j").tone.isEmpty());

    check.place()->goToSection("s12");  // has no items of its own
    CHECK(check.place()->itemId() == "d");
    check.editor()->answer("d_c", "pass");
    CHECK(check.totals()->answered() == 1);
    CHECK(sectionRow(check, "s1").answered == 1);
    CHECK(sectionRow(check, "s12").tone == "pass");
    check.place()->goTo("x");
    check.editor()->answer("x_c", "pass");
    CHECK(sectionRow(check, "j").tone == "pass");
    CHECK(sectionRow(check, "j").points == "+5");
}

TEST_CASE("a photo and its entry of the trail are one write") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("a");
    const QString path = bench.home() + "/photo.png";
    QFile out(path);
    REQUIRE(out.open(QIODevice::WriteOnly));
    const auto png = test::pngBytes();
    out.write(png.data(), static_cast<qint64>(png.size()));
    out.close();
    check.evidence()->addPhoto(path);
    waitFor([&] { return check.item()->property("photoCount") == 1; });
    settle(check);
    auto stored =
        bench.ask([draft = check.draft()](LocalStore& store) { return openDraft(store, draft); }).value().draft;
    REQUIRE(stored.photos.size() == 1);
    REQUIRE(stored.trail.entries().size() == 1);
    CHECK(stored.trail.entries()[0].kind == checklist::AuditEntry::Kind::photos);
    check.evidence()->removePhoto(QString::fromStdString(stored.photos[0].sha256.hex()));
    settle(check);
    stored = bench.ask([draft = check.draft()](LocalStore& store) { return openDraft(store, draft); }).value().draft;
    CHECK(stored.photos.empty());
    CHECK(stored.trail.entries().size() == 2);
}
