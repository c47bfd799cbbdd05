// Walks over made tracks: what is taken, what is left out and why, which corners come of it.
#include "shared/domain/boundary_walk.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <random>

using namespace plumb;
using namespace plumb::domain;

namespace {

constexpr GeoPoint kStart{38.2471, 101.9683};

struct Walker {
    BoundaryWalk walk;
    Instant now = parseInstant("2026-11-22T10:00:00.000+08:00").value();
    std::mt19937 noise{7};

    explicit Walker(WalkWay way) : walk(way) {}
    WalkVerdict at(double east, double north, double accuracy = 4, double seconds = 1) {
        now.utc += std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
        Place place;
        place.latitude = kStart.latitude + north / 110'996;
        place.longitude = kStart.longitude + east / (111'412 * std::cos(kStart.latitude * std::numbers::pi / 180));
        place.accuracy = accuracy;
        place.at = now;
        return walk.take(place);
    }
    // At a walk, a fix a second, each off by up to `error` metres.
    void go(double fromEast, double fromNorth, double toEast, double toNorth, double error = 0.4) {
        const int steps = static_cast<int>(std::hypot(toEast - fromEast, toNorth - fromNorth) / 1.4);
        std::uniform_real_distribution<double> off(-error, error);
        for (int i = 0; i < steps; ++i) {
            const double part = static_cast<double>(i) / steps;
            at(fromEast + part * (toEast - fromEast) + off(noise),
               fromNorth + part * (toNorth - fromNorth) + off(noise));
        }
    }
};

double metresOff(const std::vector<GeoPoint>& line, const GeoPoint& at) {
    Ring there(line.begin(), line.end());
    for (std::size_t i = line.size(); i-- > 1;) there.push_back(line[i - 1]);  // there and back: a ring of those sides
    return metresToSides(there, at);
}

}  // namespace

TEST_CASE("four corners that were set make the outline, and its area is the ground's") {
    Walker w(WalkWay::corners);
    CHECK_FALSE(w.walk.canClose());
    for (const auto& [east, north] : {std::pair{0.0, 0.0}, {200.0, 0.0}, {200.0, 100.0}, {0.0, 100.0}})
        CHECK(w.at(east, north, 4, 60) == WalkVerdict::taken);
    REQUIRE(w.walk.canClose());
    CHECK(w.walk.area() == Approx(20'000).epsilon(0.005));  // 30 亩
    CHECK(w.walk.length() == Approx(500).epsilon(0.005));
    const auto ring = w.walk.ring();
    CHECK(ring.size() == 5);
    CHECK(ring.front() == ring.back());
    CHECK(signedAreaOf(ring) > 0);
    CHECK(w.walk.tolerance() == 0);
}

TEST_CASE("a corner that cannot be trusted is not set, and the reason is counted") {
    Walker w(WalkWay::corners);
    CHECK(w.at(0, 0, 15.1) == WalkVerdict::inexact);
    CHECK(w.at(0, 0, std::nan("")) == WalkVerdict::inexact);
    CHECK(w.at(0, 0, 15) == WalkVerdict::taken);
    CHECK(w.at(0.3, 0) == WalkVerdict::near);
    // From corner to corner one may have driven.
    CHECK(w.at(3'000, 0) == WalkVerdict::taken);
    CHECK(w.walk.left() == WalkLeft{2, 0});
    CHECK(w.walk.corners().size() == 2);
}

TEST_CASE("sides that cross are named, open and closed, and such an outline does not close") {
    Walker w(WalkWay::corners);
    for (const auto& [east, north] : {std::pair{0.0, 0.0}, {100.0, 0.0}, {0.0, 100.0}, {100.0, 100.0}})
        w.at(east, north, 4, 60);
    CHECK_FALSE(w.walk.crossing(false));
    const auto closed = w.walk.crossing(true);
    REQUIRE(closed);
    CHECK(closed->first == 1);
    CHECK(closed->second == 3);
    CHECK_FALSE(w.walk.canClose());
    w.at(50, -50, 4, 60);
    const auto open = w.walk.crossing(false);
    REQUIRE(open);
    CHECK((open->first == 0 && open->second == 3));
    CHECK(w.walk.undo() == 1);
    CHECK_FALSE(w.walk.crossing(false));
}

TEST_CASE("a track becomes few corners, none of its fixes farther off than is stated") {
    Walker w(WalkWay::track);
    w.go(0, 0, 200, 0);
    w.go(200, 0, 200, 100);
    w.go(200, 100, 0, 100);
    w.go(0, 100, 0, 0);
    const auto& walk = w.walk;
    CHECK(walk.tolerance() == kWalkTolerance);
    CHECK(walk.corners().size() >= 4);
    CHECK(walk.corners().size() <= 6);
    CHECK(walk.fixes().size() > 300);
    REQUIRE(walk.canClose());
    CHECK(walk.area() == Approx(20'000).epsilon(0.02));
    const auto ring = walk.ring();
    for (const auto& fix : walk.fixes()) CHECK(metresToSides(ring, fix.at) <= kWalkTolerance + 4 + 4);
    // Of the line itself, closed or not, the stated tolerance holds to the centimetre.
    const auto& line = walk.fixes();
    std::vector<GeoPoint> points;
    for (const auto& fix : line) points.push_back(fix.at);
    std::vector<GeoPoint> kept;
    for (const auto place : simplified(points, kWalkTolerance)) kept.push_back(points[place]);
    for (const auto& point : points) CHECK(metresOff(kept, point) <= kWalkTolerance + 0.02);
}

TEST_CASE("a receiver that jumps is not followed; after a pause the person may be elsewhere") {
    Walker w(WalkWay::track);
    w.go(0, 0, 30, 0);
    const auto before = w.walk.fixes().size();
    CHECK(w.at(400, 0) == WalkVerdict::jump);
    CHECK(w.walk.left().jump == 1);
    CHECK(w.walk.fixes().size() == before);
    CHECK(w.at(31.5, 0) == WalkVerdict::taken);
    w.walk.resume();
    CHECK(w.at(400, 0) == WalkVerdict::taken);
    // A clock that was set back is no speed.
    CHECK(w.at(401, 0, 4, -3'600) == WalkVerdict::taken);
    CHECK(w.at(480, 0, 4, 0) == WalkVerdict::taken);
}

TEST_CASE("what was kept goes on as it was, and the same fixes give the same corners") {
    const auto way = GENERATE(WalkWay::corners, WalkWay::track);
    Walker w(way);
    w.go(0, 0, 60, 0);
    w.go(60, 0, 60, 60);
    const BoundaryWalk again(way, w.walk.fixes(), w.walk.left());
    CHECK(again.corners() == w.walk.corners());
    CHECK(again.left() == w.walk.left());
    // Undone corner by corner nothing is left, and once more does no harm.
    std::size_t turns = 0;
    while (!w.walk.fixes().empty() && ++turns < 1'000) CHECK(w.walk.undo() > 0);
    CHECK(w.walk.corners().empty());
    CHECK(w.walk.undo() == 0);
    CHECK(w.walk.area() == 0);
}

TEST_CASE("undo along a track goes back to the corner before") {
    Walker w(WalkWay::track);
    w.go(0, 0, 60, 0, 0);
    w.go(60, 0, 60, 60, 0);
    const auto corners = w.walk.corners();
    REQUIRE(corners.size() == 3);
    CHECK(w.walk.undo() > 20);
    CHECK(w.walk.corners().size() == 2);
    CHECK(metresBetween(w.walk.corners().back(), corners[1]) < 2);
}

TEST_CASE("a track of a day of zigzag is no more than an outline may be, and says with which tolerance") {
    std::vector<WalkFix> fixes;
    const auto now = parseInstant("2026-11-22T10:00:00.000+08:00").value();
    for (int i = 0; i < 25'000; ++i)
        fixes.push_back({{kStart.latitude + (i % 2) * 0.0001, kStart.longitude + i * 0.00001}, 4, now});
    const BoundaryWalk walk(WalkWay::track, std::move(fixes), {});
    CHECK(walk.fixes().size() == kMostWalkFixes);
    CHECK(walk.corners().size() <= kMostWalkCorners);
    CHECK(walk.tolerance() > kWalkTolerance);
}

TEST_CASE("simplifying keeps the ends and does no harm to lines without length") {
    CHECK(simplified({}, 2).empty());
    CHECK(simplified({kStart}, 2).size() == 1);
    CHECK(simplified({kStart, kStart, kStart}, 2) == std::vector<std::size_t>{0, 2});
    CHECK(simplified({kStart, {38.2481, 101.9683}, kStart}, 2) == std::vector<std::size_t>{0, 1, 2});
}
