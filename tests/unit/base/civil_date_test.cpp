#include "shared/base/civil_date.h"

#include <catch2/catch.hpp>

using namespace plumb;

TEST_CASE("a date is a day that exists") {
    CHECK(parseDay("1970-01-01") == Day());
    CHECK(parseDay("2026-11-14").value() - parseDay("2026-11-09").value() == std::chrono::days(5));
    CHECK(parseDay("2024-02-29"));
    CHECK_FALSE(parseDay(GENERATE("2026-02-29", "2026-13-01", "2026-00-10", "2026-1-2", "20261102", "2026-11-31",
                                  " 2026-11-1", "2026-11-0a", "")));
    CHECK(dayText(*parseDay("2026-12-31") + std::chrono::days(1)) == "2027-01-01");
    CHECK(dayText(*parseDay("0000-01-01")) == "0000-01-01");
    CHECK(dayText(*parseDay("9999-12-31")) == "9999-12-31");
    CHECK(dayText(kFirstDay - std::chrono::days(1)).empty());
    CHECK(dayText(kLastDay + std::chrono::days(1)).empty());
}

TEST_CASE("a day is that of the zone in which the clock was read") {
    const auto instant = parseInstant("2026-11-22T23:30:00.000+08:00");
    REQUIRE(instant);
    CHECK(dayText(dayOf(*instant)) == "2026-11-22");
    const auto utc = parseInstant("2026-11-22T17:30:00.000+00:00");
    CHECK(dayText(dayOf(*utc)) == "2026-11-22");
    const auto east = parseInstant("2026-11-22T00:10:00.000+08:00");
    CHECK(dayText(dayOf(*east)) == "2026-11-22");
}

TEST_CASE("a day is four, two and two digits, and exists") {
    CHECK(dayText(parseDay("2024-02-29").value()) == "2024-02-29");
    for (const char* text : {"", "2026-2-01", "2026-02-29", "2026-13-01", "2026-00-10", "2026/01/01", "20260-01-1",
                             "2026-01-01 ", "+026-01-01"}) {
        INFO(text);
        CHECK_FALSE(parseDay(text));
    }
    // 23:30 in London is 07:30 of the next day in Lanzhou: the day of an instant is that of its own zone.
    const TimePoint evening = parseDay("2026-11-21").value() + std::chrono::minutes(23 * 60 + 30);
    CHECK(dayText(dayOf({evening, std::chrono::minutes(0)})) == "2026-11-21");
    CHECK(dayText(dayOf({evening, std::chrono::hours(8)})) == "2026-11-22");
}
