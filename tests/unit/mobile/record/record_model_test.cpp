// A record's page: what it says, its life in steps, what was verified here, and what is true of one that was pulled.
#include <catch2/catch.hpp>

#include "mobile/record/record_model.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/crypto/hash.h"
#include "shared/picture/marks.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/records/small_inspection.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

template <class Row>
const Row& row(RowModel* model, const QString& id) {
    for (const auto& one : static_cast<Rows<Row>*>(model)->rows())
        if (one.id == id) return one;
    FAIL("no row " + id.toStdString());
    throw std::logic_error("unreachable");
}

QString stepsOf(RecordModel& record) {
    QStringList out;
    for (const auto& step : static_cast<Rows<StepRow>*>(record.steps())->rows())
        out.append(step.id + u' ' + step.state);
    return out.join(u", ");
}

void show(RecordModel& record, const QString& id) {
    record.show(id);
    waitFor([&] { return record.ready(); });
}

}  // namespace

TEST_CASE("a record that was signed here says what was filled, and that it waits to be sent") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const QString id = test::signSmall(bench);
    RecordModel record(bench.store(), nullptr);
    show(record, id);
    CHECK(record.id() == id);
    CHECK(record.siteName() == "永昌县设施蔬菜标准化示范区");
    CHECK(record.subtitle() == "小表 · 2026-11-22 · 检查员甲");
    CHECK(record.points() == "5");
    CHECK(record.max() == "15");
    CHECK(record.grade() == "合格");
    CHECK(record.facts() == "产品：蔬菜");
    CHECK(record.findingCount() == 2);
    CHECK(row<SectionRow>(record.sections(), "s1").outcome == "2 项不符合");
    CHECK(row<OutcomeRow>(record.items(), "a").verdict == "pass");
    CHECK(row<OutcomeRow>(record.items(), "b").detail == "间隔：2 天");
    CHECK(row<FindingRow>(record.findings(), "d").no == "d");

    CHECK(stepsOf(record) == "signed done, sent now, logged todo, reviewed todo");
    CHECK(row<StepRow>(record.steps(), "signed").detail == clockText(msOf(bench.now.utc)) + " 本机");
    CHECK(record.reached() == 1);
    CHECK(record.trustworthy());
    CHECK(record.verdict() == "记录真实、完整，待入日志");
    CHECK(row<NamedValueRow>(record.checks(), "signature").tone == "pass");
    CHECK(row<NamedValueRow>(record.checks(), "party").value.contains(u"有异议"));
    CHECK(row<NamedValueRow>(record.checks(), "chain").tone == "pass");
    CHECK(row<NamedValueRow>(record.checks(), "log").value == "尚未送达");
    CHECK(record.fingerprint().remove(u' ').remove(u'\n').size() == 32);
    CHECK(record.canAmend());
    CHECK(record.reviews()->count() == 0);
}

TEST_CASE("a record that the server refused says why, and that nothing is lost") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const QString id = test::signSmall(bench);
    const auto store = test::connect(bench);
    REQUIRE(store->markRefused(store->recordById(id.toStdString())->hash, "the site is not in this region"));
    RecordModel record(bench.store(), nullptr);
    show(record, id);
    CHECK(record.refusal().contains(u"the site is not in this region"));
    CHECK(record.refusal().contains(u"仍完整保存"));
    CHECK(record.verdict() == "服务器没有收下");
    CHECK(record.rateCode().isEmpty());
    CHECK(stepsOf(record) == "signed done, sent fail, logged todo, reviewed todo");
}

TEST_CASE("a record shows anew what a sync wrote, and one that is not here is told") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const QString id = test::signSmall(bench);
    const auto store = test::connect(bench);
    RecordModel record(bench.store(), nullptr);
    show(record, id);
    const auto hash = store->recordById(id.toStdString())->hash;
    REQUIRE(store->saveCheckpoint({"log", 20, Sha256{}, {bench.now.utc + std::chrono::hours(1), {}}}, "note"));
    REQUIRE(store->markSent(hash));
    REQUIRE(store->markProved(hash, 18, 20));
    emit bench.store().storeChanged();
    waitFor([&] { return record.proved(); });
    CHECK(stepsOf(record) == "signed done, sent done, logged done, reviewed now");
    CHECK(record.reached() == 3);
    CHECK(row<NamedValueRow>(record.checks(), "log").value == "第 19 / 20 条");
    CHECK(row<NamedValueRow>(record.checks(), "log").tone == "pass");

    RecordModel other(bench.store(), nullptr);
    other.show("nothing");
    waitFor([&] { return !other.problem().isEmpty(); });
    CHECK(other.problem().contains(u"没有这条记录"));
    CHECK_FALSE(other.ready());
}

TEST_CASE("an item is shown as the record states it, and as its answers are scored only where the record states none") {
    Bench bench;
    const auto text = test::smallDocument(1);
    bench.publish(text);
    bench.unlock();
    auto body = test::smallInspection("small", crypto::sha256(text), {{"a_c", "pass"}, {"b_n", "2"}, {"d_c", "pass"}});
    body["score"] = {
        {"points", 9000}, {"max", 15000}, {"sections", {{{"id", "s1"}, {"points", 9000}, {"max", 15000}}}}};
    const auto shownOf = [&](std::uint64_t index) {
        RecordModel record(bench.store(), nullptr);
        show(record, test::pullInspection(bench, index, {}, body));
        std::vector<std::string> out;
        for (const char* id : {"a", "b"}) {
            const auto item = row<OutcomeRow>(record.items(), id);
            out.push_back((item.verdict + u' ' + item.score).toStdString());
        }
        return out;
    };
    // The engine of this device says: a passes, b fails.
    CHECK(shownOf(18) == std::vector<std::string>{"pass 5 / 5", "fail 0 / 5"});
    body["score"].as_object()["items"] = {{{"id", "a"}, {"verdict", "part"}, {"points", 4000}, {"max", 5000}},
                                          {{"id", "b"}, {"verdict", "pass"}, {"max", 5000}}};
    CHECK(shownOf(19) == std::vector<std::string>{"part 4 / 5", "pass 5 / 5"});
}

TEST_CASE("of a record that was pulled nothing is said that only its own device knows") {
    Bench bench;
    bench.unlock();
    const auto photo = crypto::sha256(asBytes(test::pngBytes()));
    const auto size = static_cast<std::uint64_t>(test::pngBytes().size());
    const QString id = test::pullInspection(bench, 18, {{photo, size, "image/png", "evidence", "1"}}, {{"kind", "x"}});
    const auto store = test::connect(bench);
    REQUIRE(store->saveCheckpoint({"log", 20, Sha256{}, bench.now}, "note"));
    RecordModel record(bench.store(), nullptr);
    show(record, id);
    CHECK(row<StepRow>(record.steps(), "signed").detail == clockText(msOf(bench.now.utc)) + " 检查员甲");
    CHECK(row<StepRow>(record.steps(), "logged").title == "已入日志");
    CHECK(row<StepRow>(record.steps(), "logged").detail.contains(u"本机未核验"));
    CHECK(record.reached() == 3);
    CHECK(record.bracketOpen() != "尚未入日志");
    CHECK(row<NamedValueRow>(record.checks(), "log").value == "第 19 / 20 条");
    CHECK(row<NamedValueRow>(record.checks(), "log").tone.isEmpty());
    CHECK(row<NamedValueRow>(record.checks(), "chain").value == "不在本机，无从核对");
    CHECK(record.trustworthy());
    CHECK(record.verdict() == "记录真实、完整；服务器说它已入日志");
    CHECK_FALSE(record.files().contains(u"已传"));
    CHECK_FALSE(record.canAmend());
}

TEST_CASE("what shows a refusal is heard, seen and read here as far as it is on this device") {
    Bench bench;
    bench.unlock();
    const auto store = test::connect(bench);
    const auto here = [&](const std::string& content, const std::string& type) {
        const auto file = store->importFile(asBytes(content), type).value();
        return record::FileRef{file.sha256, file.size, type, "refusal", {}};
    };
    const record::FileRef away{crypto::sha256(asBytes(std::string_view("far"))), 3, "audio/ogg", "refusal", {}};
    const auto sound = here("sound", "audio/ogg"), film = here("film", "video/mp4"),
               picture = here(test::pngBytes(), "image/png"), pdf = here("%PDF-1.4\n", "application/pdf"),
               text = here("text", "text/plain");
    RecordModel record(bench.store(), nullptr);
    show(record, test::pullInspection(
                     bench, 18, {sound, film, picture, pdf, text, away},
                     {{"kind", "x"}, {"party", {{"refused", {{"reason", "有异议"}, {"no_witness", "无人"}}}}}}));
    CHECK(record.refusalCount() == 6);
    CHECK(record.refusalSounds() == QStringList{qs(sound.sha256.hex())});
    CHECK(record.refusalFilms() == QStringList{qs(film.sha256.hex())});
    CHECK(record.refusalPictures() == QStringList{qs(picture.sha256.hex()), qs(pdf.sha256.hex())});
    CHECK(record.refusalOthers().contains(u"文件 · "));
    CHECK(record.refusalOthers().contains(u"证明材料 1 件，不在本机"));
    CHECK(record.away() == "拒签的证明材料在服务器上，1 件");
    std::vector<Sha256> wanted;
    QObject::connect(&record, &RecordModel::filesWanted, [&](const auto& files) { wanted = files; });
    record.fetch();
    CHECK(wanted == std::vector{away.sha256});
}

TEST_CASE("a sound that was recorded beside an item is played under it") {
    Bench bench;
    const auto text = test::smallDocument(1);
    bench.publish(text);
    bench.unlock();
    const auto file = test::connect(bench)->importFile(asBytes(std::string_view("sound")), "audio/ogg").value();
    const record::FileRef away{crypto::sha256(asBytes(std::string_view("far"))), 3, "audio/ogg", "document", "a"};
    RecordModel record(bench.store(), nullptr);
    show(record, test::pullInspection(bench, 18, {{file.sha256, file.size, file.type, "document", "a"}, away},
                                      test::smallInspection("small", crypto::sha256(text), {{"a_c", "pass"}})));
    const auto item = row<OutcomeRow>(record.items(), "a");
    CHECK(item.sounds == QStringList{qs(file.sha256.hex())});
    CHECK(item.soundLabels == QStringList{"录音"});
    CHECK(item.detail.contains(u"录音录像 1 个，不在本机"));
}

TEST_CASE("another name on the licence is shown with the published one and why") {
    Bench bench;
    bench.unlock();
    RecordModel record(bench.store(), nullptr);
    show(record, test::pullInspection(
                     bench, 18, {},
                     {{"kind", "x"}, {"inspected", {{"name", "甲公司"}, {"published", "甲厂"}, {"reason", "改制"}}}}));
    CHECK(record.licenceName() == "甲公司");
    CHECK(record.publishedName() == "甲厂");
    CHECK(record.nameReason() == "改制");
    CHECK(record.nameRuns()->count() == 3);
    show(record, test::pullInspection(bench, 19, {}, {{"kind", "x"}, {"inspected", {{"name", "甲厂"}}}}));
    waitFor([&] { return record.licenceName().isEmpty(); });
    CHECK(record.conduct().contains(u"名称与证照一致"));
}

TEST_CASE("photos that are not on this device are said in words and fetched when they are asked for") {
    Bench bench;
    bench.unlock();
    const auto png = test::pngBytes();
    const auto photo = crypto::sha256(asBytes(png));
    const QString id = test::pullInspection(
        bench, 18, {{photo, static_cast<std::uint64_t>(png.size()), "image/png", "evidence", "1"}}, {{"kind", "x"}});
    RecordModel record(bench.store(), nullptr);
    show(record, id);
    CHECK(record.away() == "照片在服务器上，1 张");
    std::vector<Sha256> wanted;
    QObject::connect(&record, &RecordModel::filesWanted, [&](const auto& files) { wanted = files; });
    record.fetch();
    CHECK(wanted == std::vector{photo});
    CHECK(record.fetching());
    record.fetchFailed({ErrorKind::offline, "offline", "curl: 7"});
    CHECK_FALSE(record.fetching());
    CHECK(record.fetchProblem().contains(u"没有网络"));
    record.fetch();
    CHECK(record.fetchProblem().isEmpty());
    REQUIRE(test::connect(bench)->vault().put(asBytes(png)));
    record.fetched();
    waitFor([&] { return record.away().isEmpty(); });
}

TEST_CASE("a photo is not shown without the marks that the record names over it, since a mosaic hides something") {
    Bench bench;
    const auto text = test::smallDocument(1);
    bench.publish(text);
    bench.unlock();
    const auto photo = test::connect(bench)->importFile(asBytes(test::pngBytes()), "image/png").value();
    const auto layer = picture::writeMarks({photo.sha256, {{picture::MarkKind::mosaic, {}, {{0, 0}, {5000, 5000}}}}});
    record::FileRef evidence{photo.sha256, photo.size, photo.type, "evidence", "a"};
    record::FileRef marks{crypto::sha256(asBytes(layer)), layer.size(), picture::kMarksType, picture::kMarksRole, "a"};
    marks.of = photo.sha256;
    RecordModel record(bench.store(), nullptr);
    const auto id = test::pullInspection(bench, 18, {evidence, marks},
                                         test::smallInspection("small", crypto::sha256(text), {{"a_c", "pass"}}));
    show(record, id);
    CHECK(row<OutcomeRow>(record.items(), "a").photos.isEmpty());
    CHECK(row<OutcomeRow>(record.items(), "a").detail.contains(u"照片 1 张，不在本机"));
    CHECK(record.away() == "照片在服务器上，1 张");
    std::vector<Sha256> wanted;
    QObject::connect(&record, &RecordModel::filesWanted, [&](const auto& files) { wanted = files; });
    record.fetch();
    CHECK(wanted == std::vector{marks.sha256});
    REQUIRE(test::connect(bench)->vault().put(asBytes(layer)));
    record.fetched();
    waitFor([&] { return record.away().isEmpty(); });
    CHECK(row<OutcomeRow>(record.items(), "a").photos ==
          QStringList{"image://sealed/" + qs(photo.sha256.hex()) + "+" + qs(marks.sha256.hex())});
}

TEST_CASE(
    "after a change of language a record's answers, facts and problems are said anew at once, without being read") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const QString id = test::signSmall(bench);
    RecordModel record(bench.store(), nullptr);
    show(record, id);
    REQUIRE(row<OutcomeRow>(record.items(), "b").detail == "间隔：2 天");
    Settings::instance().setLanguage(QStringLiteral("en"));  // no event is waited for
    CHECK(row<OutcomeRow>(record.items(), "b").detail == "间隔: 2 days");
    CHECK(record.facts() == "Product: Vegetables");
    Settings::instance().setLanguage(QStringLiteral("zh"));
    CHECK(row<OutcomeRow>(record.items(), "b").detail == "间隔：2 天");
}
