#include "shared/records/reference/boundary.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

using namespace plumb;
using namespace plumb::records;

namespace {

json::value polygon(const Ring& ring) {
    return boundaryJson(ring);
}

// `corners` of them around a place, closed; `step` further on at each.
Ring around(std::size_t corners, std::size_t step = 1) {
    Ring out;
    for (std::size_t i = 0; i <= corners; ++i) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(i % corners * step % corners) / static_cast<double>(corners);
        out.push_back({38.2 + 0.01 * std::sin(angle), 101.9 + 0.01 * std::cos(angle)});
    }
    return out;
}

const Ring kSquare{{38.2, 101.9}, {38.2, 101.91}, {38.21, 101.91}, {38.21, 101.9}, {38.2, 101.9}};

}  // namespace

TEST_CASE("a boundary comes back as it was written, and runs as maps want it") {
    const auto read = readBoundary(polygon(kSquare)).value();
    CHECK(read == kSquare);
    Ring clockwise(kSquare.rbegin(), kSquare.rend());
    CHECK(readBoundary(polygon(clockwise)).value() == clockwise);
    CHECK(counterclockwise(clockwise) == kSquare);
    CHECK(counterclockwise(kSquare) == kSquare);
}

TEST_CASE("its area is that of the ellipsoid") {
    CHECK(areaOf(kSquare) / 1e4 == Approx(97.22).epsilon(0.0005));  // 1110.0 m by 875.9 m, in hectares
    CHECK(areaOf({}) == 0);
}

TEST_CASE("as many corners as a line takes are judged, and one more is too many") {
    CHECK(readBoundary(polygon(around(kMaxCorners - 1))));
    CHECK_FALSE(readBoundary(polygon(around(kMaxCorners))));
    const auto star = readBoundary(polygon(around(kMaxCorners - 1, 500)));
    REQUIRE_FALSE(star);
    CHECK(star.error().detail == "must not cross itself");
}

TEST_CASE("sides that touch, and corners that stand twice, are let be") {
    const Ring touching{{0, 0}, {0, 2}, {1, 1}, {2, 2}, {2, 0}, {1, 1}, {0, 0}};
    CHECK(readBoundary(polygon(touching)));
    const Ring twice{{0, 0}, {0, 0}, {0, 2}, {2, 2}, {2, 2}, {0, 0}};
    CHECK(readBoundary(polygon(twice)));
}
