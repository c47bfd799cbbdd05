#include "mobile/rectify/case_model.h"

#include <catch2/catch.hpp>

#include "mobile/rectify/act_model.h"
#include "mobile/rectify/cases_model.h"
#include "mobile/today/today_model.h"
#include "tests/unit/mobile/rectify/cases.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

QStringList may(CaseModel& model) {
    return model.finding()->property("may").toStringList();
}

QString state(CaseModel& model) {
    return model.finding()->property("state").toString();
}

}  // namespace

TEST_CASE(
    "an enterprise sees its case by the day that is due, confirms that it has the order, and asks for more time") {
    Bench bench(test::ofEnterprise());
    const auto made = test::pullCase(bench, "2026-12-06");
    bench.unlock();
    CaseModel model(bench.store(), nullptr);
    ActModel act(bench.store(), model, nullptr);
    model.show(made.inspection, "2");
    waitFor([&] { return model.ready(); });
    CHECK(model.total() == 2);
    CHECK(model.closed() == 0);
    CHECK(model.overdue() == 0);
    CHECK(model.enterprise());
    CHECK(model.subtitle().contains(u"620321-2026-"));
    CHECK(model.finding()->property("item").toString() == u"2");
    CHECK(may(model).contains(u"delivered"));

    act.begin("delivered");
    CHECK(act.lack().isEmpty());
    act.sign(test::kPin, {});
    waitFor([&] { return !act.busy() && state(model) == u"整改中"; });
    INFO(act.problem().toStdString());
    // The order came as a whole: the other finding, too.
    model.pick("12");
    CHECK(state(model) == u"整改中");

    act.begin("extension_requested");
    CHECK(act.lack().contains(u"理由"));
    act.setText("配件未到");
    CHECK(act.lack().contains(u"日期"));
    act.setDay("2026-12-01");
    CHECK(act.lack().contains(u"延期要晚于原来的期限"));
    act.setDay("2026-12-20");
    CHECK(act.lack().isEmpty());
    act.sign("0000", {});
    waitFor([&] { return !act.busy(); });
    CHECK(act.pinWrong());
    act.sign(test::kPin, {});
    waitFor([&] { return !model.finding()->property("asked").toString().isEmpty(); });
    CHECK(model.finding()->property("askedUntil").toString() == u"2026-12-20");
    CHECK_FALSE(may(model).contains(u"extension_requested"));
    CHECK(model.finding()->acts()->count() == 3);
}

TEST_CASE("what is overdue is said so in the case, in the list and in Today, and a report then needs a reason") {
    Bench bench(test::ofEnterprise());
    const auto made = test::pullCase(bench, "2026-11-25");
    bench.now.utc += std::chrono::hours(24 * 5);
    bench.unlock();
    CaseModel model(bench.store(), nullptr);
    model.show(made.inspection, "");
    waitFor([&] { return model.ready(); });
    CHECK(model.overdue() == 2);
    CHECK(model.finding()->property("dueWord").toString() == u"逾期 2 天");
    CHECK(model.finding()->property("late").toBool());
    CasesModel cases(bench.store(), nullptr);
    cases.watch(true);
    waitFor([&] { return cases.ready() && cases.rows()->count() == 2; });
    CHECK(cases.overdue() == 2);
    CHECK(cases.columns().at(0) == u"要整改 2");
    TodayModel today(bench.store(), nullptr);
    today.refresh();
    waitFor([&] { return today.attention()->count() == 2; });
    const auto title = today.attention()->data(today.attention()->index(0, 0), Qt::UserRole + 2).toString();
    CHECK(title.startsWith(u"整改逾期"));
}

TEST_CASE("what the enterprise said of the item itself stands beside what was found") {
    Bench bench(test::ofEnterprise());
    test::pullByColleague(
        bench, 99, "assessment.submitted",
        test::wholeBody({{"kind", "self"},
                         {"round", "gs-2026"},
                         {"notes", {{"12", "库房有门锁"}}},
                         {"contributors",
                          json::array{json::object{{"kid", bench.deviceKey().kid()}, {"items", json::array{"12"}}}}},
                         {"party", {{"absent", "自评"}}},
                         {"score",
                          {{"points", 100'000},
                           {"max", 100'000},
                           {"grade", "good"},
                           {"items", json::array{json::object{{"id", "12"}, {"verdict", "pass"}, {"max", 4000}}}}}}}));
    const auto made = test::pullCase(bench, "2026-12-06");
    bench.unlock();
    CaseModel model(bench.store(), nullptr);
    model.show(made.inspection, "12");
    waitFor([&] { return model.ready(); });
    CHECK(model.finding()->property("selfDay").toString() == u"2026-11-22");
    CHECK(model.finding()->property("selfVerdict").toString() == u"pass");
    CHECK(model.finding()->property("selfScore").toString() == u"4 / 4");
    CHECK(model.finding()->property("selfNote").toString() == u"库房有门锁");
    model.pick("2");  // of which it says nothing
    CHECK(model.finding()->property("selfDay").toString().isEmpty());
}

TEST_CASE("a case that is not here is told as such") {
    Bench bench;
    bench.unlock();
    CaseModel model(bench.store(), nullptr);
    model.show("0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f", "");
    waitFor([&] { return !model.problem().isEmpty(); });
    CHECK_FALSE(model.ready());
}
