#include "shared/records/evidence/photo_check.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::records;
using record::PhotoOrigin;

namespace {

const Ring kField{{38, 101}, {38, 101.01}, {38.01, 101.01}, {38.01, 101}, {38, 101}};

PhotoOrigin taken(PhotoOrigin::Way way, const char* camera, const char* zone = "") {
    PhotoOrigin out;
    out.way = way;
    out.at = parseInstant("2026-11-22T08:52:16.000+08:00").value();
    if (*camera) out.camera = record::CameraSaid{camera, zone, {}};
    return out;
}

std::vector<PhotoDifference> of(const PhotoOrigin& origin, const Ring& ring = {}) {
    return checkPhoto(origin, parseInstant("2026-11-22T08:00:00.000+08:00").value().utc, ring).differences;
}

using All = std::vector<PhotoDifference>;

}  // namespace

TEST_CASE("a photo's clock beside the tablet's: agreed, or what differs") {
    using enum PhotoDifference;
    const auto shot = PhotoOrigin::Way::camera, file = PhotoOrigin::Way::import;
    CHECK(of(taken(file, "2026-11-22 08:52:13")).empty());
    CHECK(of(taken(file, "2026-11-22 08:05:00")).empty());  // during the visit
    CHECK(of(taken(shot, "2026-11-22 08:05:00")) == All{clock});
    CHECK(of(taken(file, "2026-11-21 08:05:00")) == All{before});
    CHECK(of(taken(file, "2026-11-22 08:54:17")) == All{future});
    CHECK(of(taken(file, "2026-11-22 08:54:16")).empty());  // two minutes, and not more
    CHECK(of(taken(file, "2026-11-22 00:52:13", "+00:00")).empty());
    CHECK(of(taken(file, "")) == All{noCamera});
    CHECK(of(taken(file, " ")) == All{noTime});
    CHECK(of(taken(file, "2026-13-99 08:52:13")) == All{noTime});
    CHECK_FALSE(checkPhoto(taken(file, ""), {}, {}).asks());
    CHECK(checkPhoto(taken(file, "2026-11-22 09:52:13"), {}, {}).asks());
    CHECK(checkPhoto(taken(file, "2026-11-22 08:52:13"), {}, {}).clock == std::chrono::seconds(-3));
}

TEST_CASE("a photo's place beside the boundary and the tablet's") {
    using enum PhotoDifference;
    auto origin = taken(PhotoOrigin::Way::import, "2026-11-22 08:52:13");
    CHECK_FALSE(checkPhoto(origin, {}, kField).inside);
    origin.camera->place = record::PhotoSpot{38.005, 101.005, {}};
    CHECK(checkPhoto(origin, {}, kField).inside == true);
    CHECK_FALSE(checkPhoto(origin, {}, {}).inside);  // nobody knows the boundary
    origin.place = record::PhotoSpot{38.005, 101.0051, 4.0};
    CHECK(of(origin, kField).empty());
    CHECK(*checkPhoto(origin, {}, kField).metres == Approx(8.8).margin(0.3));
    origin.camera->place = record::PhotoSpot{38.02, 101.005, {}};
    CHECK(of(origin, kField) == All{outside, apart});
}

TEST_CASE("within a ring, and beside it") {
    CHECK(domain::contains(kField, {38.0001, 101.0001}));
    CHECK_FALSE(domain::contains(kField, {37.9999, 101.005}));
    CHECK_FALSE(domain::contains(kField, {38.005, 101.02}));
    CHECK_FALSE(domain::contains(Ring{}, {38, 101}));
}
