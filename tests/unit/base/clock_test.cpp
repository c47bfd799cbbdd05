#include "shared/base/clock.h"

#include <catch2/catch.hpp>

using namespace plumb;

TEST_CASE("an instant is written with milliseconds and its zone's offset") {
    const auto instant = parseInstant("2026-11-22T08:15:30.123+08:00").value();
    CHECK(instant.utc.time_since_epoch().count() == 1795306530123LL);
    CHECK(instant.offset == std::chrono::minutes(480));
    CHECK(formatInstant(instant) == "2026-11-22T08:15:30.123+08:00");
    CHECK(formatInstant({instant.utc, std::chrono::minutes(-150)}) == "2026-11-21T21:45:30.123-02:30");
}

TEST_CASE("times come in the forms of RFC 3339") {
    CHECK(formatInstant(parseInstant("2024-02-29T23:59:59Z").value()) == "2024-02-29T23:59:59.000+00:00");
    CHECK(formatInstant(parseInstant("1969-12-31T23:59:59.9Z").value()) == "1969-12-31T23:59:59.900+00:00");
    CHECK(formatInstant(parseInstant("2026-01-01T00:00:00.123456789+08:00").value()) ==
          "2026-01-01T00:00:00.123+08:00");
}

TEST_CASE("what is no time is refused") {
    for (const char* text : {"", "2026-11-22", "2026-11-22 08:15:30Z", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z",
                             "2026-11-22T24:00:00Z", "2026-11-22T08:60:00Z", "2026-11-22T08:15:30",
                             "2026-11-22T08:15:30+0800", "2026-11-22T08:15:30.Z", "2026-11-22T08:15:30+08:00x",
                             "2026-11-22T08:15:30.1234567890Z", "-026-11-22T08:15:30Z"}) {
        CAPTURE(text);
        CHECK_FALSE(parseInstant(text));
    }
}
