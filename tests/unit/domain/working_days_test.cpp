// Deadlines by working days, over the announced years and beyond them.
#include "shared/domain/working_days.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::domain;

namespace {
Day day(std::string_view text) {
    return parseDay(text).value();
}
std::string after(std::string_view from, int days, DayCount count = DayCount::working) {
    const auto deadline = builtinWorkingCalendar().deadline(day(from), days, count);
    return dayText(deadline.day) + (deadline.counted == DayCount::working ? " working" : " calendar");
}
}  // namespace

TEST_CASE("weekends and the announced days off are no working days, exchanged weekends are") {
    const auto& calendar = builtinWorkingCalendar();
    CHECK(calendar.isWorkingDay(day("2026-10-07")) == false);  // National Day, a Wednesday
    CHECK(calendar.isWorkingDay(day("2026-10-10")) == true);   // a Saturday, worked in exchange
    CHECK(calendar.isWorkingDay(day("2026-10-11")) == false);  // the Sunday after it
    CHECK(calendar.isWorkingDay(day("2026-02-28")) == true);
    CHECK(calendar.isWorkingDay(day("2025-04-27")) == true);
    CHECK_FALSE(calendar.isWorkingDay(day("2031-01-06")));  // nobody has announced 2031
}

TEST_CASE("a term begins the day after and ends on its last working day") {
    CHECK(after("2026-09-24", 1) == "2026-09-28 working");   // over the Mid-Autumn Festival
    CHECK(after("2026-09-30", 3) == "2026-10-10 working");   // over National Day to the exchanged Saturday
    CHECK(after("2026-11-02", 20) == "2026-11-30 working");  // four weeks without a holiday
    CHECK(after("2026-11-02", 0) == "2026-11-02 working");
}

TEST_CASE("what reaches into a year that nobody announced is counted in calendar days, and says so") {
    CHECK(after("2030-12-28", 10) == "2031-01-07 calendar");
    CHECK(after("2026-11-02", 20, DayCount::calendar) == "2026-11-22 calendar");
}

TEST_CASE("every announced year names its source, and the working days of 2026 are as many as its announcement makes") {
    int worked = 0;
    for (Day at = day("2026-01-01"); at <= day("2026-12-31"); at += std::chrono::days(1))
        worked += *builtinWorkingCalendar().isWorkingDay(at) ? 1 : 0;
    // 261 weekdays; 19 of them off; 6 weekend days worked.
    CHECK(worked == 261 - 19 + 6);
    CHECK(builtinWorkingCalendar().year(2026)->source.find("国务院办公厅") == 0);
    CHECK(builtinWorkingCalendar().year(2031) == nullptr);
}

TEST_CASE("a calendar that contradicts itself is refused by its path") {
    const auto parse = [](const std::string& year) {
        return WorkingCalendar::parse(R"({"years":{"2027":)" + year + "}}").error().detail;
    };
    CHECK(parse(R"({"off":[],"worked":[]})").find("source") != std::string::npos);
    CHECK(parse(R"({"source":"x","off":["2026-01-01"],"worked":[]})").find("years.2027.off") == 0);
    CHECK(parse(R"({"source":"x","off":["2027-01-03/2027-01-01"],"worked":[]})").find("years.2027.off") == 0);
    CHECK(parse(R"({"source":"x","off":[5],"worked":[]})").find("years.2027.off") == 0);
    CHECK(parse(R"({"source":"x","off":[],"worked":["2027-01-04"]})").find("no weekend day") != std::string::npos);
    CHECK(parse(R"({"source":"x","off":["2027-01-02"],"worked":["2027-01-02"]})").find("off and worked") !=
          std::string::npos);
    CHECK(parse(R"([])").find("years") == 0);
    CHECK_FALSE(WorkingCalendar::parse("{"));
}
