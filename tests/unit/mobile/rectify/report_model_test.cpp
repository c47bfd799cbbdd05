#include "mobile/rectify/report_model.h"

#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "tests/unit/mobile/kit_pipe.h"
#include "tests/unit/mobile/rectify/cases.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

QString fileWith(const QTemporaryDir& folder, const QString& name, const std::string& content) {
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content.data(), static_cast<qint64>(content.size()));
    return file.fileName();
}

bool saved(const ReportModel& report) {
    return report.saved().startsWith(QStringLiteral("已存"));
}

}  // namespace

TEST_CASE(
    "what was done is on disk word by word, is the same after a crash, and is signed with its photo and document") {
    Bench bench(test::ofEnterprise());
    const auto made = test::pullCase(bench, "2026-12-06");
    bench.unlock();
    QTemporaryDir folder;
    {
        CaseModel model(bench.store(), nullptr);
        ReportModel report(bench.store(), model, nullptr);
        model.show(made.inspection, "12");
        waitFor([&] { return report.open(); });
        CHECK(report.lacking() == 2);
        report.setDone("新购带锁铁皮专柜");
        report.addPhoto(fileWith(folder, "after.png", test::pngBytes()));
        // The screen is not locked under a photo that is being sealed, and nothing is signed without it.
        CHECK(report.isTaking());
        report.sign(test::kPin);
        CHECK_FALSE(report.busy());
        CHECK_FALSE(report.problem().isEmpty());
        waitFor([&] { return report.photos()->count() == 1; });
        CHECK_FALSE(report.isTaking());
        report.addPaper(fileWith(folder, "采购票据.pdf", "%PDF-1.4\n"));
        waitFor([&] { return report.papers()->count() == 1 && saved(report); });
        report.addPhoto(fileWith(folder, "no.png", "no picture"));
        waitFor([&] { return !report.fileProblem().isEmpty(); });
        CHECK_FALSE(report.isTaking());
        CHECK(report.photos()->count() == 1);
    }
    bench.restart();
    bench.unlock();
    CaseModel model(bench.store(), nullptr);
    ReportModel report(bench.store(), model, nullptr);
    model.show(made.inspection, "12");
    waitFor([&] { return report.open() && report.papers()->count() == 1; });
    CHECK(report.property("done").toString() == u"新购带锁铁皮专柜");
    CHECK(report.photos()->count() == 1);
    CHECK(report.lack().isEmpty());
    // Another finding of the same order has a draft of its own.
    model.pick("2");
    waitFor([&] { return report.open() && report.item() == u"2"; });
    CHECK(report.property("done").toString().isEmpty());
    for (const char* text : {"已", "已更", "已更正"}) report.setDone(QString::fromUtf8(text));
    model.pick("12");  // at once: what was typed is on its way
    waitFor([&] { return report.open() && report.item() == u"12"; });
    report.sign(test::kPin);
    waitFor([&] { return !report.busy() && model.finding()->property("state").toString() == u"已上报，待复查"; });
    INFO(report.problem().toStdString());
    CHECK(model.finding()->property("done").toString() == u"新购带锁铁皮专柜");
    CHECK(model.finding()->after()->count() == 1);
    CHECK(model.finding()->papers()->count() == 1);
    // What was reported stands there; something may be added as long as it was not answered.
    CHECK_FALSE(report.open());
    report.again();
    waitFor([&] { return report.open(); });
    CHECK(report.property("done").toString().isEmpty());
    model.pick("2");
    waitFor([&] { return report.open() && report.item() == u"2"; });
    CHECK(report.property("done").toString() == u"已更正");
}

TEST_CASE("a photo that comes in when its finding was left stands with that finding, and with no other") {
    Bench bench(test::ofEnterprise());
    const auto made = test::pullCase(bench, "2026-12-06");
    bench.unlock();
    CaseModel model(bench.store(), nullptr);
    ReportModel report(bench.store(), model, nullptr);
    model.show(made.inspection, "12");
    waitFor([&] { return report.open(); });
    const test::SlowFile slow(bench.home() + "/after.png");
    report.addPhoto(slow.path());
    model.pick("2");
    waitFor([&] { return report.open() && report.item() == u"2"; });
    slow.arrive(test::pngBytes());
    waitFor([&] { return !report.isTaking(); });
    CHECK(report.photos()->count() == 0);
    model.pick("12");
    waitFor([&] { return report.open() && report.item() == u"12" && report.photos()->count() == 1; });
}

TEST_CASE(
    "a photo that the camera takes for a finding is sealed with it, marked, and signed with its marks and place") {
    Bench bench(test::ofEnterprise());
    const auto made = test::pullCase(bench, "2026-12-06");
    bench.unlock();
    QTemporaryDir folder;
    const auto taken = [&](const QString& owner, const std::string& content) {
        TakenPhoto shot;
        shot.owner = owner;
        const auto file = readPicked(fileWith(folder, "shot.png", content), Wanted::picture);
        REQUIRE(file);
        shot.picture = std::make_shared<const store::JudgedPicture>(*file->picture);
        shot.at = bench.now;
        shot.where = domain::Place{38.2471, 101.9683, 4.2, bench.now, domain::PlaceSource::satellite};
        return shot;
    };
    QString hash;
    {
        CaseModel model(bench.store(), nullptr);
        ReportModel report(bench.store(), model, nullptr);
        report.locateBy([&] { return domain::Whereabouts(domain::NoPlace::denied); });
        CHECK(report.shotOwner().isEmpty());
        model.show(made.inspection, "12");
        waitFor([&] { return report.open(); });
        CHECK(report.placeWords().contains(u"没有位置"));
        const QString owner = report.shotOwner();
        CHECK(owner.startsWith(QLatin1String(ReportModel::kShots)));
        report.setDone("已上锁");
        report.takeShot(taken(owner, test::pngBytes()), [&](Result<QString> kept) { hash = kept.value(); });
        CHECK(report.isTaking());
        // Whoever turned to another finding meanwhile finds the photo where it was taken for.
        model.pick("2");
        waitFor([&] { return !hash.isEmpty() && report.open() && report.item() == u"2"; });
        CHECK(report.photos()->count() == 0);
        model.pick("12");
        waitFor([&] { return report.open() && report.item() == u"12" && report.photos()->count() == 1; });
        CHECK(report.holdsPhoto(hash));
        auto* photo = report.photo();
        photo->show(hash);
        waitFor([&] { return !photo->marks()->pixels().isEmpty(); });
        CHECK(photo->property("known").toBool());
        CHECK(photo->tabletPlace().contains(u"38.24710"));
        photo->marks()->setTool("mosaic");
        photo->marks()->press(0.2, 0.2, 0.03, 0.03);
        photo->marks()->move(0.6, 0.6);
        photo->marks()->release();
        photo->setCaption("库门已上锁");
        waitFor([&] { return saved(report); });
    }
    bench.restart();
    bench.unlock();
    CaseModel model(bench.store(), nullptr);
    ReportModel report(bench.store(), model, nullptr);
    report.locateBy([&] { return domain::Whereabouts(domain::NoPlace::denied); });
    model.show(made.inspection, "12");
    waitFor([&] { return report.open() && report.photos()->count() == 1; });
    report.photo()->show(hash);
    CHECK(report.photo()->marks()->count() == 1);
    CHECK(report.photo()->caption() == u"库门已上锁");
    report.sign(test::kPin);
    waitFor([&] { return !report.busy() && model.finding()->after()->count() == 1; });
    INFO(report.problem().toStdString());
    // Shown as it was signed: with what the mosaic hides hidden.
    const auto shown = model.finding()->after()->index(0, 0).data(Qt::UserRole).toString();
    const auto* act = model.info()->newest({records::ActKind::reported}, "12");
    REQUIRE(act);
    CHECK(act->act.place == domain::Whereabouts(domain::NoPlace::denied));
    REQUIRE(act->files.size() == 2);
    CHECK(act->files[0].photo->way == record::PhotoOrigin::Way::camera);
    CHECK(act->files[0].photo->caption == "库门已上锁");
    CHECK(act->files[0].photo->place->within == 4.2);
    CHECK(act->files[1].role == "marks");
    CHECK(act->files[1].of == act->files[0].sha256);
    CHECK(shown == hash + u'+' + QString::fromStdString(act->files[1].sha256.hex()));
}

TEST_CASE("a report after the day that was due needs the reason for it") {
    Bench bench(test::ofEnterprise());
    const auto made = test::pullCase(bench, "2026-11-23");
    bench.now.utc += std::chrono::hours(24 * 3);
    bench.unlock();
    QTemporaryDir folder;
    CaseModel model(bench.store(), nullptr);
    ReportModel report(bench.store(), model, nullptr);
    model.show(made.inspection, "12");
    waitFor([&] { return report.open(); });
    report.setDone("已上锁");
    report.addPhoto(fileWith(folder, "after.png", test::pngBytes()));
    waitFor([&] { return report.photos()->count() == 1 && saved(report); });
    CHECK(report.lack() == u"逾期原因");
    report.sign(test::kPin);
    CHECK(report.problem().contains(u"逾期原因"));
    report.setLate("签字人外出");
    waitFor([&] { return saved(report); });
    report.sign(test::kPin);
    waitFor(
        [&] { return !report.busy() && model.finding()->property("state").toString() == u"已上报（逾期），待复查"; });
    CHECK(model.finding()->property("lateReason").toString() == u"签字人外出");
}
