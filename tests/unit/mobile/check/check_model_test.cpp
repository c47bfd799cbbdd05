#include <QFile>
#include <catch2/catch.hpp>

#include "mobile/check/check_model.h"
#include "mobile/check/opened_draft.h"
#include "mobile/check/opening.h"
#include "mobile/sign/sign_model.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

void begin(CheckModel& check) {
    check.begin("yongchang", "6a");
    waitFor([&] { return check.isOpen(); });
}

void settle(CheckModel& check) {
    waitFor([&] { return check.saving()->state() == "saved"; });
}

QString file(const Bench& bench, const QString& name, const std::string& content) {
    const QString path = bench.home() + "/" + name;
    QFile out(path);
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write(content.data(), static_cast<qint64>(content.size()));
    return path;
}

}  // namespace

TEST_CASE("an answer is on disk once it shows as saved, and the app comes back to the item that was open") {
    Bench bench;
    bench.unlock();
    QString draft;
    {
        CheckModel check(bench.store(), nullptr);
        begin(check);
        draft = check.draft();
        check.place()->goTo("12");
        check.editor()->answer("i12", "part");
        check.editor()->setNote("柜门没有锁");
        settle(check);
    }
    bench.restart();
    CHECK(bench.unlock().person.openDraft == draft);
    CheckModel again(bench.store(), nullptr);
    again.resume(draft);
    waitFor([&] { return again.isOpen(); });
    CHECK(again.place()->itemId() == "12");
    CHECK(again.item()->property("verdict") == "part");
    CHECK(again.item()->property("note") == "柜门没有锁");
}

TEST_CASE("each answer and photo says where it was given, or why that is not known; a check learns where it began") {
    Bench bench;
    bench.unlock();
    domain::Whereabouts where = domain::NoPlace::searching;
    CheckModel check(bench.store(), nullptr);
    check.locateBy([&] { return where; });
    begin(check);
    CHECK(check.placeText() == "未定位：正在搜索卫星");
    CHECK(check.openedDraft()->draft.begunAt == domain::Whereabouts(domain::NoPlace::searching));
    check.place()->goTo("12");
    check.editor()->answer("i12", "part");
    domain::Place place;
    place.latitude = 38.2471;
    place.longitude = 101.9683;
    place.accuracy = 3.6;
    place.at = bench.now;
    where = place;
    check.moved();
    CHECK(check.openedDraft()->draft.begunAt == where);
    CHECK(check.placeText().startsWith("±4 m · "));
    check.editor()->answer("i12", "fail");
    check.evidence()->addPhoto(file(bench, "a.png", test::pngBytes()));
    waitFor([&] { return check.openedDraft()->draft.photos.size() == 1; });
    CHECK(check.openedDraft()->draft.photos[0].where == where);
    settle(check);
    const auto draft = check.draft();
    check.leave();
    check.forget();
    CHECK(check.placeText().isEmpty());

    check.resume(draft);
    waitFor([&] { return check.isOpen(); });
    const auto& trail = check.session()->trail().entries();
    REQUIRE(trail.size() >= 3);
    CHECK(trail[0].none == "searching");
    CHECK_FALSE(trail[0].where);
    CHECK(trail[1].where == checklist::Position{382'471'000, 1'019'683'000, 360});
    CHECK(trail.back().where == trail[1].where);
    CHECK(check.openedDraft()->draft.begunAt == where);
    CHECK(check.openedDraft()->draft.photos[0].where == where);
    // It began a while ago: where the tablet is now says nothing of it.
    place.latitude = 39;
    bench.now.utc += std::chrono::minutes(5);
    place.at = bench.now;
    where = place;
    check.moved();
    CHECK(check.openedDraft()->draft.begunAt != where);
}

TEST_CASE("what is answered while a write is under way goes with the next one") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("1");
    for (const auto* answer : {"pass", "fail", "pass", "fail"}) check.editor()->answer("i1", answer);
    check.editor()->setNote("a");
    check.editor()->setNote("ab");
    check.editor()->setNote("abc");
    settle(check);
    std::optional<store::InspectionDraft> stored;
    bench.store().ask(
        &check, [draft = check.draft()](LocalStore& store) { return openDraft(store, draft); },
        [&](Result<OpenedDraft> opened) { stored = opened.value().draft; });
    waitFor([&] { return stored.has_value(); });
    CHECK(stored->answers.values.at("i1") == "fail");
    CHECK(stored->answers.notes.at("1") == "abc");
}

TEST_CASE("undo goes back step by step and is saved too") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("1");
    check.editor()->answer("i1", "fail");
    CHECK(check.totals()->vetoes() == 1);
    check.editor()->undo();
    CHECK(check.totals()->vetoes() == 0);
    CHECK(check.item()->property("verdict") == "unanswered");
    check.editor()->redo();
    CHECK(check.totals()->vetoes() == 1);
    settle(check);
}

TEST_CASE("a value that is no number is refused with a sentence and changes nothing") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("7");
    check.editor()->answer("i7_ph", "6.5");
    settle(check);
    const auto before = check.session()->answers();
    const auto earned = check.totals()->earned();
    check.editor()->answer("i7_ph", "seven");
    CHECK(check.notice()->text().contains(u"要填数字"));
    CHECK(check.notice()->inField());
    CHECK(check.saving()->state() == "refused");
    CHECK(check.session()->answers() == before);
    CHECK(check.totals()->earned() == earned);
    check.editor()->answer("i7_ph", "7.0");
    CHECK(check.notice()->text().isEmpty());
    CHECK(check.session()->answers().values.at("i7_ph") == "7");
    settle(check);
}

TEST_CASE("the findings are those of the items that fail, in the words that were given to each") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    CheckModel check(bench.store(), nullptr);
    check.begin("yongchang", "small");
    waitFor([&] { return check.isOpen(); });
    const auto shown = [&] {
        QStringList out;
        for (const auto& row : static_cast<Rows<FindingRow>*>(check.totals()->findings())->rows())
            out.append(row.id + u'/' + row.severity + u'/' + row.where);
        return out;
    };
    const auto offered = [&] {
        std::vector<std::string> out;
        for (const auto& finding : check.session()->findings()) out.push_back(finding.item);
        return out;
    };
    CHECK(shown().isEmpty());
    for (const auto& [item, question, answer] :
         {std::tuple{"a", "a_c", "fail"}, std::tuple{"b", "b_n", "1"}, std::tuple{"d", "d_c", "fail"}}) {
        check.place()->goTo(item);
        CHECK_FALSE(check.item()->property("hasFinding").toBool());
        check.editor()->answer(question, answer);
        CHECK(check.item()->property("hasFinding").toBool());
    }
    CHECK(offered() == std::vector<std::string>{"a", "b", "d"});
    CHECK(shown() == QStringList{"a/minor/", "b/minor/", "d/minor/"});
    check.place()->goTo("b");
    check.evidence()->setFinding("间隔不足", "critical", "2 号棚", "2026-12-01");
    CHECK(shown() == QStringList{"a/minor/", "b/critical/2 号棚", "d/minor/"});
    CHECK(check.item()->property("findingText") == "间隔不足");
    check.editor()->answer("b_n", "4");
    CHECK(shown() == QStringList{"a/minor/", "d/minor/"});
    CHECK_FALSE(check.item()->property("hasFinding").toBool());
}

TEST_CASE("a file that is no photo is not added, and a photo is added once") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("1");
    check.evidence()->addPhoto(file(bench, "letter.jpg", "this is a letter"));
    waitFor([&] { return !check.saving()->isSealing(); });
    CHECK(check.notice()->text().contains(u"不是照片"));
    CHECK(check.item()->property("photoCount") == 0);
    check.evidence()->addPhoto(bench.home() + "/nowhere.jpg");
    waitFor([&] { return !check.saving()->isSealing(); });
    CHECK(check.notice()->text().contains(u"没有这个文件"));

    const QString photo = file(bench, "photo.png", test::pngBytes());
    check.evidence()->addPhoto(photo);
    waitFor([&] { return check.item()->property("photoCount") == 1; });
    check.evidence()->addPhoto(photo);
    waitFor([&] { return !check.saving()->isSealing(); });
    CHECK(check.item()->property("photoCount") == 1);
}

TEST_CASE("keys 1 to 4 answer by the order on the screen; the last may be not applicable") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    begin(check);
    check.place()->goTo("4");
    CHECK(check.editor()->pick(2) == "answered");
    CHECK(check.item()->property("verdict") == "part");
    CHECK(check.editor()->pick(4) == "na");
    check.editor()->setNotApplicable("没有使用农药");
    CHECK(check.item()->property("verdict") == "na");
    check.editor()->answer("i4", "pass");
    CHECK(check.item()->property("verdict") == "pass");
    CHECK(check.editor()->pick(7).isEmpty());
}

TEST_CASE("signing what lacks something is refused, and a wrong PIN seals nothing") {
    Bench bench;
    bench.unlock();
    CheckModel check(bench.store(), nullptr);
    SignModel sign(bench.store(), check, nullptr);
    begin(check);
    CHECK_FALSE(check.totals()->complete());
    sign.prepare();
    sign.sayRefusal("有异议", "见证人", "", {}, "");
    sign.seal("0000", "", "");
    waitFor([&] { return !sign.busy(); });
    CHECK(sign.pinWrong());
    CHECK(sign.sealedId().isEmpty());
    sign.seal(test::kPin, "", "");
    waitFor([&] { return !sign.busy(); });
    CHECK_FALSE(sign.pinWrong());
    CHECK(sign.problem().contains(u"漏项"));
    CHECK(sign.sealedId().isEmpty());
}
