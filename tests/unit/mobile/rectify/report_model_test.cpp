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
