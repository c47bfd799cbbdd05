// What is typed and cannot be kept, and what cannot be written: it stays, it is said, and nothing goes past it.
#include <sys/resource.h>

#include <QFile>
#include <catch2/catch.hpp>
#include <csignal>

#include "mobile/check/check_model.h"
#include "mobile/check/check_rows.h"
#include "mobile/check/field_rows.h"
#include "mobile/check/opening.h"
#include "mobile/sign/sign_model.h"
#include "mobile/ui/text_rule.h"
#include "shared/checklist/evaluate/value_text.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

void begin(CheckModel& check, const QString& checklist = QStringLiteral("6a")) {
    check.begin("yongchang", checklist);
    waitFor([&] { return check.isOpen(); });
    waitFor([&] { return check.saving()->state() == "saved"; });
}

const std::vector<MissingRow>& missingOf(CheckModel& check) {
    return static_cast<Rows<MissingRow>*>(check.totals()->missing())->rows();
}

const QuestionRow& field(CheckModel& check, const QString& id) {
    for (const auto& row : static_cast<Rows<QuestionRow>*>(check.item()->questions())->rows())
        if (row.id == id) return row;
    FAIL("no question " + id.toStdString());
    throw std::logic_error("unreachable");
}

QString note(CheckModel& check) {
    return check.item()->property("note").toString();
}

store::InspectionDraft stored(Bench& bench, const QString& draft) {
    return bench.ask([draft](LocalStore& store) { return openDraft(store, draft); }).value().draft;
}

// No file of this process grows any more, as on a full disk.
class FullDisk {
  public:
    FullDisk() {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{1, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

  private:
    rlimit m_before{};
};

}  // namespace

TEST_CASE("a long note is kept whole, in characters of any kind, on the screen and on disk") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    for (const auto& text :
         {QString(20'000, u'x'), QString(20'000, u'准'), QStringLiteral("👩🏽‍🌾 两只羊 🐑\n第二行")}) {
        check.place()->goTo("1");
        check.editor()->setNote(text);
        CHECK(check.notice()->text().isEmpty());
        check.place()->goTo("2");
        check.place()->goTo("1");
        CHECK(note(check) == text);
        waitFor([&] { return check.saving()->state() == "saved"; });
        CHECK(stored(bench, check.draft()).answers.notes.at("1") == text.toStdString());
    }
}

TEST_CASE("a note that cannot be kept stays where it was typed, is not called saved, and holds back the signature") {
    const auto [text, part] = GENERATE(table<QString, QString>({
        {QString(70'000, u'x'), QStringLiteral("太长")},
        {QString(30'000, u'准'), QStringLiteral("太长")},
        {QStringLiteral("a") + QChar(0) + u'b', QStringLiteral("U+0000")},
        {QStringLiteral("\x1b[31m"), QStringLiteral("U+001B")},
        {QStringLiteral("半个") + QChar(0xD83D), QStringLiteral("U+D83D")},
        {QChar(0xDC11) + QStringLiteral("半个"), QStringLiteral("U+DC11")},
        {QStringLiteral("合格") + QChar(0x202E) + QStringLiteral("不"), QStringLiteral("U+202E")},
    }));
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    SignModel sign(bench.store(), check, nullptr);
    begin(check);
    check.place()->goTo("1");
    check.editor()->setNote("先写的");
    waitFor([&] { return check.saving()->state() == "saved"; });

    check.editor()->setNote(text);
    CHECK(check.saving()->state() == "refused");
    CHECK(check.saving()->held());
    CHECK(check.saving()->unsaved().contains(part));
    check.place()->goTo("12");
    check.editor()->answer("i12", "pass");
    CHECK(check.notice()->text().isEmpty());  // nothing of it under another item
    CHECK(check.saving()->state() == "refused");
    check.place()->goTo("1");
    CHECK(note(check) == text);
    CHECK(check.item()->property("noteProblem").toString().contains(part));
    REQUIRE(check.totals()->missing()->count() > 0);
    CHECK(missingOf(check).front().item == "1");
    CHECK(missingOf(check).front().sentence.contains(part));
    CHECK_FALSE(check.totals()->complete());
    sign.sayRefusal("有异议", "见证人", "", {}, "");
    sign.seal(test::kPin, "", "");
    CHECK_FALSE(sign.busy());
    CHECK(sign.problem().contains(u"没有存上"));

    // What it cannot keep it does not write: the draft holds what held before.
    CHECK(stored(bench, check.draft()).answers.notes.at("1") == "先写的");
    check.place()->goTo("2");
    check.place()->goToRefused();
    CHECK(check.place()->itemId() == "1");
    check.editor()->setNote("改短了");
    waitFor([&] { return check.saving()->state() == "saved"; });
    CHECK_FALSE(check.saving()->held());
    CHECK(stored(bench, check.draft()).answers.notes.at("1") == "改短了");
}

TEST_CASE("the way to what is missing comes by what was refused, in the order of the items") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    // An item that lacks nothing.
    check.place()->goTo("12");
    check.editor()->answer("i12", "pass");
    REQUIRE(check.session()->item("12").missing.empty());
    check.place()->goTo("1");
    check.place()->nextMissing();
    CHECK(check.place()->itemId() == "2");
    const int lacked = check.totals()->lacking();

    check.place()->goTo("12");
    check.editor()->setNote(QString(70'000, u'x'));
    CHECK(check.totals()->lacking() == lacked + 1);
    check.place()->goTo("1");
    check.place()->nextMissing();
    CHECK(check.place()->itemId() == "12");
    // On from there, and round to it again.
    check.place()->nextMissing();
    CHECK(check.place()->itemId() == "2");
    for (int i = 0; i < 40 && check.place()->itemId() != "12"; ++i) check.place()->nextMissing();
    CHECK(check.place()->itemId() == "12");

    check.editor()->setNote("短");
    CHECK(check.totals()->lacking() == lacked);
    check.place()->goTo("1");
    check.place()->nextMissing();
    CHECK(check.place()->itemId() == "2");
}

TEST_CASE("what was typed into an empty field and refused is one thing to do, not two") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("7");
    const int lacked = check.totals()->lacking();
    check.editor()->answer("i7_ph", "12345678901234567890");
    REQUIRE(check.saving()->refusals() == 1);
    CHECK(check.totals()->lacking() == lacked);
}

TEST_CASE("a number, a reason, a fact and a text that are refused stay in their fields") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("7");
    check.editor()->answer("i7_ph", "7");
    check.editor()->answer("i7_ph", "12345678901234567890");
    CHECK(check.saving()->state() == "refused");
    check.place()->goTo("8");
    check.place()->goTo("7");
    CHECK(field(check, "i7_ph").value == "12345678901234567890");
    CHECK_FALSE(field(check, "i7_ph").problem.isEmpty());
    check.editor()->answer("i7_ph", "7.1");
    waitFor([&] { return check.saving()->state() == "saved"; });
    CHECK(field(check, "i7_ph").problem.isEmpty());
    check.place()->goTo("4");
    check.editor()->setNotApplicable(QString(70'000, u'x'));
    CHECK_FALSE(check.item()->property("na").toBool());
    CHECK(check.notice()->text().contains(u"太长"));
}

TEST_CASE("all texts together that are more than a record holds are listed before signing, each for itself is kept") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    const int lacked = check.totals()->missing()->count();
    for (const auto* item : {"1", "2", "3", "4"}) {
        check.place()->goTo(item);
        check.editor()->setNote(QString(21'000, u'准'));
    }
    waitFor([&] { return check.saving()->state() == "saved"; });
    REQUIRE(check.totals()->missing()->count() == lacked + 1);
    CHECK(missingOf(check).front().sentence.contains(u"装不下"));
    check.editor()->setNote("短");
    CHECK(check.totals()->missing()->count() == lacked);
}

TEST_CASE("what was typed into a full disk is written by itself once there is room") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    check.saving()->setFirstRetry(20);
    begin(check);
    check.place()->goTo("1");
    {
        const FullDisk disk;
        check.editor()->setNote("盘满时写的");
        waitFor([&] { return check.saving()->state() == "failed"; });
        CHECK(check.saving()->held());
        CHECK(check.saving()->unsaved().contains(u"空间"));
        // Nothing but the note is there to open: leaving and coming back finds it still.
        QString opened;
        QObject::connect(&check, &CheckModel::opened, &check, [&](const QString& draft) { opened = draft; });
        check.resume(check.draft());
        CHECK(opened == check.draft());
        CHECK(note(check) == "盘满时写的");
    }
    waitFor([&] { return check.saving()->state() == "saved"; });
    CHECK_FALSE(check.saving()->held());
    CHECK(check.notice()->text().isEmpty());
    CHECK(stored(bench, check.draft()).answers.notes.at("1") == "盘满时写的");
}

TEST_CASE("who leaves all the same gives up what is not on disk, and nothing else") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("1");
    check.editor()->setNote("存上的");
    check.editor()->setNote(QString(70'000, u'x'));
    check.saving()->abandon();
    CHECK(check.saving()->refusals() == 0);
    waitFor([&] { return !check.saving()->held(); });
    check.leave();
    CHECK(stored(bench, check.draft()).answers.notes.at("1") == "存上的");
}

TEST_CASE("undo takes a photo away and brings it back, with its place in the draft") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("1");
    QFile out(bench.home() + "/photo.png");
    REQUIRE(out.open(QIODevice::WriteOnly));
    const auto png = test::pngBytes();
    out.write(png.data(), static_cast<qint64>(png.size()));
    out.close();
    check.evidence()->addPhoto(out.fileName());
    waitFor([&] { return check.item()->property("photoCount") == 1; });
    const auto photos = [&] {
        waitFor([&] { return check.saving()->state() == "saved"; });
        return stored(bench, check.draft()).photos.size();
    };
    CHECK(photos() == 1);
    check.place()->goTo("2");
    check.editor()->undo();
    CHECK(check.place()->itemId() == "1");
    CHECK(check.item()->property("photoCount") == 0);
    CHECK(photos() == 0);
    check.editor()->redo();
    CHECK(check.item()->property("photoCount") == 1);
    CHECK(photos() == 1);
    check.evidence()->removePhoto(QString::fromStdString(stored(bench, check.draft()).photos[0].sha256.hex()));
    CHECK(photos() == 0);
    check.editor()->undo();
    CHECK(photos() == 1);
    const auto draft = stored(bench, check.draft());
    CHECK(draft.trail.entries().back().after == "1");
    CHECK(draft.trail.replayed() == draft.answers);
}

TEST_CASE("undo takes back a fact of the site") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    CheckModel check(bench.store(), nullptr);
    begin(check, "small");
    check.editor()->setFact("product", "vegetable");
    CHECK(check.facts()->lacking() == 0);
    bool asked = false;
    QObject::connect(check.place(), &CheckPlace::factsAsked, &check, [&] { asked = true; });
    check.editor()->undo();
    CHECK(check.facts()->lacking() == 1);
    CHECK(asked);
    check.editor()->redo();
    CHECK(check.facts()->lacking() == 0);
}

TEST_CASE("the rule of texts names what is wrong by its place, and cleaning takes out just that") {
    const QString lone = QStringLiteral("羊🐑") + QChar(0xD83D) + QStringLiteral("圈");
    CHECK(textProblem(lone, 100).contains(u"第 3 个字符（U+D83D）"));
    CHECK(cleanedText(lone) == QStringLiteral("羊🐑圈"));
    CHECK(cleanedText(QStringLiteral("a\r\nb\rc\td") + QChar(0x7F)) == QStringLiteral("a\nb\nc\td"));
    CHECK(textProblem(QStringLiteral("ئۇيغۇر") + QChar(0x200F), 100).isEmpty());  // marks of direction are text
    CHECK(textProblem(QString(10, u'准'), 30).isEmpty());
    CHECK_FALSE(textProblem(QString(10, u'准'), 29).isEmpty());
    CHECK(textProblem(QStringLiteral("🐑"), 4).isEmpty());
    CHECK_FALSE(textProblem(QStringLiteral("🐑"), 3).isEmpty());
    TextRule rule;
    CHECK(rule.room(QString(70, u'x'), 100).isEmpty());
    CHECK(rule.room(QString(90, u'x'), 100).contains(u'4'));
    CHECK(rule.room(QString(101, u'x'), 100).isEmpty());
}
