// The line of the plan: what is expected by when, and what follows from the pace so far.
#include "mobile/assess/plan_line.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::mobile;

namespace {

Day day(const char* text) {
    return parseDay(text).value();
}

// 14 days from a Sunday to a Saturday; 21 items.
PlanLine lineOn(const char* today, int answered) {
    return planLine(day("2026-11-22"), day("2026-12-05"), day(today), 21,
                    std::vector<Day>(static_cast<std::size_t>(answered), day("2026-11-22")));
}

}  // namespace

TEST_CASE("by the end of the ninth of fourteen days 13.5 of 21 items are planned") {
    const auto line = lineOn("2026-11-30", 14);
    CHECK(line.span() == 14);
    CHECK(line.plannedTenths(day("2026-11-30")) == 135);
    CHECK(line.aheadTenths() == 5);
    CHECK(line.daysLeft() == 5);
    CHECK(line.plannedTenths(day("2026-11-21")) == 0);
    CHECK(line.plannedTenths(day("2026-12-05")) == 210);
    CHECK(line.plannedTenths(day("2027-01-01")) == 210);
}

TEST_CASE("the pace so far leads to a day, and to none where nothing is done, all is done or it leads beyond a year") {
    // 14 in nine days: seven more take four and a half.
    CHECK(lineOn("2026-11-30", 14).doneAtThisPace() == day("2026-12-05"));
    CHECK(lineOn("2026-11-30", 7).doneAtThisPace() == day("2026-12-18"));
    CHECK_FALSE(lineOn("2026-11-30", 0).doneAtThisPace());
    CHECK_FALSE(lineOn("2026-11-30", 21).doneAtThisPace());
    CHECK_FALSE(
        planLine(day("2026-11-22"), day("2027-12-05"), day("2027-01-30"), 500, {day("2026-11-22")}).doneAtThisPace());
}

TEST_CASE("bars grow by the day on which an item was first answered, and end with today or with the round") {
    const auto line = planLine(day("2026-11-22"), day("2026-11-25"), day("2026-11-24"), 4,
                               {day("2026-11-20"), day("2026-11-23"), day("2026-11-24")});
    CHECK(line.byDay == std::vector<int>{1, 2, 3});
    const auto late =
        planLine(day("2026-11-22"), day("2026-11-23"), day("2026-11-30"), 4, {day("2026-11-22"), day("2026-11-29")});
    CHECK(late.byDay == std::vector<int>{1, 2});
    CHECK(late.daysLeft() == -7);
    const auto ahead = planLine(day("2026-11-22"), day("2026-11-23"), day("2026-11-20"), 4, {});
    CHECK(ahead.byDay.empty());
    CHECK(ahead.aheadTenths() == 0);
}

TEST_CASE("Saturday and Sunday are weekend") {
    CHECK(isWeekend(day("2026-11-28")));
    CHECK(isWeekend(day("2026-11-29")));
    CHECK_FALSE(isWeekend(day("2026-11-30")));
}
