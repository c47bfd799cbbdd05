#include <catch2/catch.hpp>

#include "sync-server/export/zone.h"

using namespace plumb;
using namespace plumb::server;

TEST_CASE("a moment is shown as a wall in the zone shows it, summer and winter") {
    const auto text = [](const char* zone, const char* utc) {
        return Zone::named(zone).value().text(parseInstant(utc).value().utc);
    };
    CHECK(text("Asia/Shanghai", "2026-11-22T00:15:30.123Z") == "2026-11-22T08:15:30.123+08:00");
    CHECK(text("Asia/Shanghai", "1990-07-01T00:00:00.000Z") == "1990-07-01T09:00:00.000+09:00");
    CHECK(text("UTC", "2026-11-22T00:15:30.123Z") == "2026-11-22T00:15:30.123+00:00");
    CHECK(text("Europe/Berlin", "2026-07-01T12:00:00Z") == "2026-07-01T14:00:00.000+02:00");
    CHECK(text("Europe/Berlin", "2026-12-01T12:00:00Z") == "2026-12-01T13:00:00.000+01:00");
    // The hour that comes twice is told apart by its offset.
    CHECK(text("Europe/Berlin", "2026-10-25T00:30:00Z") == "2026-10-25T02:30:00.000+02:00");
    CHECK(text("Europe/Berlin", "2026-10-25T01:30:00Z") == "2026-10-25T02:30:00.000+01:00");
    CHECK(text("Asia/Kathmandu", "2026-11-22T00:00:00Z") == "2026-11-22T05:45:00.000+05:45");
    CHECK(text("Asia/Urumqi", "2026-11-22T00:00:00Z") == "2026-11-22T06:00:00.000+06:00");
}

TEST_CASE("a zone that is none is refused, however it is written") {
    for (const std::string name : {"", "Asia/Nowhere", "../../etc/passwd", "/etc/localtime", "Asia/Shanghai\n",
                                   "+08:00", "Asia", "zone.tab", "Asia/Shanghai/..", "北京"}) {
        INFO(name);
        const auto zone = Zone::named(name);
        REQUIRE_FALSE(zone);
        CHECK(zone.error().code == "bad_query");
        CHECK_THAT(zone.error().detail, Catch::Contains("Asia/Shanghai"));
    }
    CHECK_FALSE(Zone::named(std::string(10'000, 'A')));
}
