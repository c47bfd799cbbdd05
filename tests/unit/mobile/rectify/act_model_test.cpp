#include "mobile/rectify/act_model.h"

#include <catch2/catch.hpp>

#include "tests/unit/mobile/rectify/cases.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Stand {
    CaseModel model;
    ActModel act;

    Stand(Bench& bench, const test::OrderedCase& made, const QString& item)
        : model(bench.store(), nullptr), act(bench.store(), model, nullptr) {
        model.show(made.inspection, item);
        waitFor([&] { return model.ready(); });
    }
    [[nodiscard]] QString text() const { return act.property("text").toString(); }
    [[nodiscard]] QString day() const { return act.property("day").toString(); }
};

std::size_t draftsOf(Bench& bench) {
    return bench.ask([](LocalStore& store) -> Result<std::size_t> { return (*store.opened())->actDrafts().size(); })
        .value();
}

}  // namespace

TEST_CASE("a request for more time goes on after a crash where it was left, each finding's by itself") {
    Bench bench(test::ofEnterprise());
    const auto made = test::pullCase(bench, "2026-12-06");
    bench.unlock();
    {
        Stand stand(bench, made, "12");
        stand.act.begin("extension_requested");
        CHECK_FALSE(stand.act.kept());
        stand.act.setText("回收点下周才到");
        stand.act.setDay("2026-12-20");
        waitFor([&] { return stand.act.saved().startsWith(u"已存"); });
        stand.model.pick("2");
        stand.act.begin("extension_requested");
        CHECK(stand.text().isEmpty());
        stand.act.setText("另一件");
        waitFor([&] { return stand.act.kept(); });
    }
    CHECK(draftsOf(bench) == 1);  // of one kind and one order
    bench.restart();
    bench.unlock();
    Stand stand(bench, made, "12");
    stand.act.begin("extension_requested");
    waitFor([&] { return stand.act.kept(); });
    CHECK(stand.text() == u"回收点下周才到");
    CHECK(stand.day() == u"2026-12-20");
    // Another kind has nothing of it.
    stand.act.begin("objected");
    (void)draftsOf(bench);
    CHECK(stand.text().isEmpty());

    SECTION("signed") {
        stand.act.begin("extension_requested");
        waitFor([&] { return stand.act.kept(); });
        stand.act.sign(test::kPin, {});
        waitFor([&] { return !stand.act.busy() && !stand.model.finding()->property("asked").toString().isEmpty(); });
        CHECK(draftsOf(bench) == 1);  // the other finding's
        stand.model.pick("2");
        stand.act.begin("extension_requested");
        waitFor([&] { return stand.act.kept(); });
        CHECK(stand.text() == u"另一件");
    }
    SECTION("discarded") {
        stand.act.begin("extension_requested");
        waitFor([&] { return stand.act.kept(); });
        stand.act.discard();
        CHECK(stand.text().isEmpty());
        CHECK_FALSE(stand.act.kept());
        stand.model.pick("2");
        stand.act.begin("extension_requested");
        waitFor([&] { return stand.act.kept(); });
        stand.act.discard();
        CHECK(draftsOf(bench) == 0);
    }
}

TEST_CASE("what is written about a finding that was closed meanwhile is dropped, and that is said") {
    Bench bench(test::ofEnterprise());
    const auto made = test::pullCase(bench, "2026-12-06");
    bench.unlock();
    Stand stand(bench, made, "12");
    stand.act.begin("objected");
    stand.act.setText("库门当时已上锁");
    waitFor([&] { return stand.act.kept(); });
    test::pullByColleague(bench, 102, "rectification.withdrawn",
                          {{"of", made.inspection.toStdString()},
                           {"order", made.order.toStdString()},
                           {"findings", json::array{json::object{{"item", "12"}, {"reason", "重复下达"}}}}});
    bench.unlock();
    stand.model.refresh();
    waitFor([&] { return !stand.model.overtaken().isEmpty(); });
    CHECK(stand.model.overtaken().contains(u"12"));
    CHECK(draftsOf(bench) == 0);
    stand.model.forgetOvertaken();
    CHECK(stand.model.overtaken().isEmpty());
}
