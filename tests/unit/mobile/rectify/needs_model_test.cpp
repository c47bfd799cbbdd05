#include "mobile/rectify/needs_model.h"

#include <catch2/catch.hpp>

#include "tests/unit/mobile/rectify/cases.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

const std::vector<CardRow>& rowsOf(NeedsModel& needs) {
    return static_cast<Rows<CardRow>*>(needs.rows())->rows();
}

}  // namespace

TEST_CASE("an enterprise's needs: what is late before what was not received, what has time in one line") {
    Bench bench(test::ofEnterprise());
    const auto made = test::pullCase(bench, "2026-11-20");
    bench.now.utc += std::chrono::hours(24 * 3);
    bench.unlock();
    NeedsModel needs(bench.store(), nullptr);
    CHECK(needs.toDo() == 0);
    needs.watch(true);
    waitFor([&] { return needs.ready(); });
    CHECK(needs.toDo() == 2);
    REQUIRE(rowsOf(needs).size() == 2);
    CHECK(rowsOf(needs)[0].id.startsWith("finding:" + made.inspection));
    CHECK(rowsOf(needs)[0].edge == "fail");
    CHECK(rowsOf(needs)[0].leftText.contains(u"逾期"));
    // More time is granted: that is news, and the day is another one.
    test::pullByColleague(bench, 102, "rectification.delivered",
                          {{"of", made.inspection.toStdString()},
                           {"order", made.order.toStdString()},
                           {"delivery", {{"how", "electronic"}}},
                           {"findings", json::array{json::object{{"item", "12"}}, json::object{{"item", "2"}}}}});
    bench.unlock();
    needs.refreshIfWatched();
    waitFor([&] { return rowsOf(needs).size() == 2 && rowsOf(needs)[0].title.startsWith(u"整改逾期"); });
    needs.watch(false);
    CHECK(needs.toDo() == 0);
    CHECK(rowsOf(needs).empty());
}

TEST_CASE("findings that have time are one line, and nothing to do is no line") {
    Bench bench(test::ofEnterprise());
    bench.unlock();
    NeedsModel needs(bench.store(), nullptr);
    needs.watch(true);
    waitFor([&] { return needs.ready(); });
    CHECK(rowsOf(needs).empty());
    const auto made = test::pullCase(bench, "2027-01-20");
    test::pullByColleague(bench, 102, "rectification.delivered",
                          {{"of", made.inspection.toStdString()},
                           {"order", made.order.toStdString()},
                           {"delivery", {{"how", "electronic"}}},
                           {"findings", json::array{json::object{{"item", "12"}}, json::object{{"item", "2"}}}}});
    bench.unlock();
    needs.refreshIfWatched();
    waitFor([&] { return needs.toDo() == 2; });
    REQUIRE(rowsOf(needs).size() == 1);
    CHECK(rowsOf(needs)[0].id == "findings");
    CHECK(rowsOf(needs)[0].title.contains(u"2"));
}
