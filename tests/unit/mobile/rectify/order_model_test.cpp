#include "mobile/rectify/order_model.h"

#include <catch2/catch.hpp>

#include "mobile/rectify/case_model.h"
#include "mobile/rectify/clause_standing.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

QVariant roleOf(RowModel* rows, int row, const char* name) {
    const int role = rows->roleNames().key(name);
    return rows->data(rows->index(row, 0), role);
}

}  // namespace

TEST_CASE("what an order cites and is not in force on its day is told, and stands in nobody's way") {
    const auto on = [](const char* ref, const char* day) { return clauseStanding(ref, *parseDay(day)); };
    CHECK(on("GB 2763-2019", "2021-01-01").isEmpty());
    CHECK(on("GB 2763-2019", "2019-10-01") == u"GB 2763-2019 还没有实施，2020-02-15 起实施");
    CHECK(on("gb2763—2019", "2022-01-01") == u"GB 2763-2019 已于 2021-09-03 被代替，后续标准是 GB 2763-2021");
    CHECK(on("GB/T 1.1-2009", "2026-11-22").startsWith(u"GB/T 1.1-2009 已被代替，后续标准是 "));
    CHECK(on("Q/XX 1-2020", "2026-11-22").isEmpty());  // nobody knows

    auto document = parseJson(test::smallDocument(1)).value().as_object();
    for (auto& item : document["sections"].as_array()[0].as_object()["items"].as_array()) {
        if (textOr(item.as_object(), "id") == "b")
            item.as_object()["standards"] = {{{"ref", "GB 2763-2019"}, {"clause", "4"}, {"force", "mandatory"}}};
    }
    Bench bench;
    bench.publish(toText(document));
    const QString inspection = test::signSmall(bench);
    OrderModel order(bench.store(), nullptr);
    order.begin(inspection);
    waitFor([&] { return order.ready(); });
    REQUIRE(order.findings()->count() == 2);
    CHECK(roleOf(order.findings(), 0, "standing").toString().startsWith(u"GB 2763-2019 已于 2021-09-03 被代替，"));
    CHECK(roleOf(order.findings(), 1, "standing").toString().isEmpty());
    CHECK(order.standing() == roleOf(order.findings(), 0, "no").toString());
    order.setOffice("永昌县市场监督管理局");
    order.setContact("0935-0000000");
    order.setRemedies("可依法申请行政复议");
    order.setDelivery("refused", "", "见证人乙", "不认可", "");
    CHECK(order.lack().isEmpty());
    order.include("b", false);
    CHECK(order.standing().isEmpty());
}

TEST_CASE("an order is composed from the findings of a signed inspection, and refuses itself until nothing lacks") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const QString inspection = test::signSmall(bench);  // b and d fail
    OrderModel order(bench.store(), nullptr);
    order.begin(inspection);
    waitFor([&] { return order.ready(); });
    REQUIRE(order.findings()->count() == 2);
    CHECK(order.count() == 2);
    CHECK(order.lack().contains(u"下达机关"));
    order.setOffice("永昌县市场监督管理局");
    order.setContact("0935-0000000");
    order.setRemedies("可依法申请行政复议");
    order.setDelivery("refused", "", "", "", "");
    CHECK(order.lack().contains(u"见证人"));
    order.setDelivery("refused", "", "见证人乙", "不认可", "");
    CHECK(order.lack().isEmpty());

    order.setDue("b", "2026-11-01");
    CHECK(order.lack().contains(u"不能早于今天"));
    order.setTerm("b", 7);
    CHECK(roleOf(order.findings(), 0, "due").toString() ==
          u"2026-12-01");  // seven working days from Sunday 22 November
    CHECK(roleOf(order.findings(), 0, "source").toString().contains(u"工作日"));
    order.setRequirement("b", " ");
    CHECK(order.lack().contains(u"整改要求"));
    order.setRequirement("b", "等满三天再采收");
    order.include("d", false);
    CHECK(order.count() == 1);
    CHECK(order.paper()->lines()->count() == 1);
    CHECK(order.lack().isEmpty());

    order.sign("0000", {});
    waitFor([&] { return !order.busy(); });
    CHECK(order.pinWrong());
    order.sign(test::kPin, {});
    waitFor([&] { return !order.busy() && order.problem().isEmpty(); });

    CaseModel model(bench.store(), nullptr);
    model.show(inspection, "b");
    waitFor([&] { return model.ready(); });
    CHECK(model.finding()->property("state").toString() ==
          u"整改中");  // refused before a witness: it was handed over all the same
    CHECK(model.finding()->property("requirement").toString() == u"等满三天再采收");
    CHECK(model.finding()->property("dueDay").toString() == u"2026-12-01");
    CHECK(model.found() == 1);
    model.showPaper();
    CHECK(model.paper()->property("number").toString().startsWith(u"620321-2026-"));
    CHECK(model.paper()->property("delivery").toString().contains(u"见证人乙"));

    // The next order begins with what the last one said of its office, and with the finding that is left.
    order.begin(inspection);
    waitFor([&] { return order.ready(); });
    CHECK(order.count() == 1);
    CHECK(order.property("office").toString() == u"永昌县市场监督管理局");
}

TEST_CASE("an order that was begun goes on after a crash, and is thrown away when it is asked for") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const QString inspection = test::signSmall(bench);
    const auto begin = [&](OrderModel& order) {
        order.begin(inspection);
        waitFor([&] { return order.ready(); });
    };
    {
        OrderModel order(bench.store(), nullptr);
        begin(order);
        CHECK_FALSE(order.restored());
        order.setDelivery("in_person", "", "", "", "");  // as its form begins
        CHECK(order.saved().isEmpty());
        order.setOffice("永昌县市场监督管理局");
        order.setContact("0935-0000000");
        order.setRequirement("b", "等满三天再采收");
        order.setStatus("b", "in_force");
        order.setTerm("b", 7);
        order.setFacts("d", "写了一半");
        order.include("d", false);
        order.setDelivery("refused", "", "见证人乙", "不认可", "");
        waitFor([&] { return order.saved().startsWith(u"已存"); });
    }
    bench.restart();
    bench.unlock();
    OrderModel order(bench.store(), nullptr);
    begin(order);
    CHECK(order.restored());
    CHECK(order.property("office").toString() == u"永昌县市场监督管理局");
    CHECK(order.count() == 1);
    CHECK(roleOf(order.findings(), 0, "requirement").toString() == u"等满三天再采收");
    CHECK(roleOf(order.findings(), 0, "term").toInt() == 7);
    CHECK(roleOf(order.findings(), 0, "due").toString() == u"2026-12-01");
    CHECK(roleOf(order.findings(), 1, "facts").toString() == u"写了一半");
    CHECK_FALSE(roleOf(order.findings(), 1, "included").toBool());
    CHECK(order.delivery() == QStringList{"refused", "", "见证人乙", "不认可", ""});

    SECTION("thrown away") {
        order.discard();
        waitFor([&] { return order.ready() && !order.restored(); });
        CHECK(order.count() == 2);
        CHECK(order.property("office").toString().isEmpty());
    }
    SECTION("signed") {
        order.setRemedies("可依法申请行政复议");
        CHECK(order.lack().isEmpty());
        order.sign(test::kPin, {});
        waitFor([&] { return !order.busy() && order.problem().isEmpty(); });
        begin(order);
        CHECK_FALSE(order.restored());
        CHECK(order.count() == 1);
    }
}

TEST_CASE("an order of a version that was amended since is dropped, and says so") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const QString inspection = test::signSmall(bench);
    OrderModel order(bench.store(), nullptr);
    order.begin(inspection);
    waitFor([&] { return order.ready(); });
    order.setFacts("b", "写了一半");
    waitFor([&] { return !order.saved().isEmpty(); });
    {
        const auto store = test::connect(bench);
        const auto draft = store::beginAmendment(*store, inspection.toStdString()).value();
        store::SignRequest request;
        request.draft = draft.id;
        request.team = {"检查员甲"};
        request.party.refusedReason = "不在场";
        request.party.witness = "见证人乙";
        request.reason = "补充";
        const auto signedLine = store::signInspection(*store, request);
        INFO((signedLine ? "" : signedLine.error().detail));
        REQUIRE(signedLine);
    }
    order.begin(inspection);
    waitFor([&] { return order.ready(); });
    CHECK(order.overtaken());
    CHECK_FALSE(order.restored());
}

TEST_CASE("a term that reaches into a year which is not announced is counted in calendar days, and says so") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const QString inspection = test::signSmall(bench);
    OrderModel order(bench.store(), nullptr);
    order.begin(inspection);
    waitFor([&] { return order.ready(); });
    bench.now = parseInstant("2026-12-28T09:00:00.000+08:00").value();
    order.setTerm("b", 30);
    CHECK(roleOf(order.findings(), 0, "due").toString() == u"2027-01-27");
    CHECK(roleOf(order.findings(), 0, "source").toString().contains(u"2027"));
    CHECK(order.paper()->property("counted").toString().contains(u"自然日"));
}
