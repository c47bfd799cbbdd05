// Lengths against published values of the ellipsoid, areas and nearest points against a slow reference, and what must
// do no harm: poles, the antimeridian, points on one another, rings without a side.
#include "shared/domain/geodesy.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <random>

using namespace plumb::domain;

namespace {

constexpr double kRadian = std::numbers::pi / 180;

double dms(double degrees, double minutes, double seconds) {
    return degrees + minutes / 60 + seconds / 3600;
}

// The ellipsoid's surface cell by cell, each in or out by the ray that goes east.
double slowArea(const Ring& ring, int steps) {
    const double a = 6378137.0, f = 1 / 298.257223563, e2 = f * (2 - f);
    double south = 90, north = -90, west = 180, east = -180;
    for (const auto& at : ring) {
        south = std::min(south, at.latitude), north = std::max(north, at.latitude);
        west = std::min(west, at.longitude), east = std::max(east, at.longitude);
    }
    const double high = (north - south) / steps, wide = (east - west) / steps;
    double sum = 0;
    for (int row = 0; row < steps; ++row) {
        const double lat = south + (row + 0.5) * high, w = 1 - e2 * std::pow(std::sin(lat * kRadian), 2);
        const double cell = a * a * (1 - e2) / (w * w) * std::cos(lat * kRadian) * high * kRadian * wide * kRadian;
        for (int column = 0; column < steps; ++column) {
            const double lon = west + (column + 0.5) * wide;
            bool in = false;
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const auto &p = ring[i], &q = ring[i + 1];
                if ((p.latitude > lat) != (q.latitude > lat) &&
                    lon < p.longitude + (q.longitude - p.longitude) * (lat - p.latitude) / (q.latitude - p.latitude))
                    in = !in;
            }
            if (in) sum += cell;
        }
    }
    return sum;
}

double slowDistance(const Ring& ring, const GeoPoint& from) {
    double least = 1e12;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        for (int step = 0; step <= 4000; ++step) {
            const double part = step / 4000.0;
            least = std::min(
                least, metresBetween(from, {ring[i].latitude + part * (ring[i + 1].latitude - ring[i].latitude),
                                            ring[i].longitude + part * (ring[i + 1].longitude - ring[i].longitude)}));
        }
    return least;
}

// A star around a centre: its sides never cross.
Ring star(std::mt19937& random, GeoPoint centre, double degrees) {
    std::uniform_real_distribution<double> far(0.3, 1.0);
    Ring out;
    for (int i = 0; i < 9; ++i) {
        const double angle = i * 2 * std::numbers::pi / 9, away = far(random) * degrees;
        out.push_back({centre.latitude + away * std::sin(angle), centre.longitude + away * std::cos(angle)});
    }
    out.push_back(out.front());
    return out;
}

}  // namespace

TEST_CASE("distances are those of the ellipsoid") {
    // Flinders Peak to Buninyong (Geocentric Datum of Australia, technical manual): 54,972.271 m.
    const GeoPoint flinders{-dms(37, 57, 3.72030), dms(144, 25, 29.52440)},
        buninyong{-dms(37, 39, 10.15610), dms(143, 55, 35.38390)};
    CHECK(metresBetween(flinders, buninyong) == Approx(54972.271).margin(0.002));
    CHECK(metresBetween(buninyong, flinders) == Approx(54972.271).margin(0.002));
    CHECK(metresBetween({0, 0}, {0, 1}) == Approx(111319.491).margin(0.001));
    CHECK(metresBetween({0, 0}, {90, 0}) == Approx(10001965.729).margin(0.001));
    CHECK(metresBetween({0, 179.5}, {0, -179.5}) == Approx(111319.491).margin(0.001));
    CHECK(metresBetween({90, 0}, {90, 123}) == Approx(0).margin(0.001));
    CHECK(metresBetween({38, 101}, {38, 101}) == 0);
    // Where the iteration fails the sphere answers.
    const double antipodal = metresBetween({0, 0}, {0.3, 179.7});
    CHECK(antipodal == Approx(20'003'931).epsilon(0.005));
    CHECK(std::isfinite(metresBetween({0, 0}, {0, 180})));
}

TEST_CASE("bearings go clockwise from north, and lead back to the point") {
    CHECK(bearingBetween({0, 0}, {1, 0}) == Approx(0).margin(1e-9));
    CHECK(bearingBetween({0, 0}, {0, 1}) == Approx(90));
    CHECK(bearingBetween({0, 0}, {-1, 0}) == Approx(180));
    CHECK(bearingBetween({0, 180}, {0, -179}) == Approx(90));
    CHECK(bearingBetween({0, 0}, {0, -1}) == Approx(270));
    const GeoPoint home{38.2471, 101.9683};
    for (int bearing = 0; bearing < 360; bearing += 15) {
        const auto there = pointFrom(home, bearing, 20'000);
        CHECK(metresBetween(home, there) == Approx(20'000).epsilon(0.004));
        CHECK(bearingBetween(home, there) == Approx(bearing).margin(0.01));
    }
}

TEST_CASE("areas agree with the surface summed cell by cell") {
    std::mt19937 random(7);
    for (int round = 0; round < 6; ++round) {
        const auto ring = star(random, {-60.0 + 24 * round, 100}, 0.02);
        CHECK(areaOf(ring) == Approx(slowArea(ring, 700)).epsilon(0.003));
        CHECK(areaOf(Ring(ring.rbegin(), ring.rend())) == Approx(areaOf(ring)));
        CHECK(signedAreaOf(ring) > 0);
    }
    // A hectare by its sides, to a part in ten thousand.
    const GeoPoint south{38.2, 101.9};
    const auto east = pointFrom(south, 90, 100), north = pointFrom(south, 0, 100);
    const Ring hectare{south, east, {north.latitude, east.longitude}, north, south};
    CHECK(areaOf(hectare) == Approx(metresBetween(south, east) * metresBetween(south, north)).epsilon(0.0001));
    CHECK(areaOf({}) == 0);
    CHECK(areaOf({south, east, south}) == 0);
}

TEST_CASE("a ring over the antimeridian is one ring") {
    const Ring fiji{{-17, 179.9}, {-17, -179.9}, {-16.8, -179.9}, {-16.8, 179.9}, {-17, 179.9}};
    const Ring elsewhere{{-17, 10.0}, {-17, 10.2}, {-16.8, 10.2}, {-16.8, 10.0}, {-17, 10.0}};
    CHECK(areaOf(fiji) == Approx(areaOf(elsewhere)));
    CHECK(contains(fiji, {-16.9, 180}));
    CHECK(contains(fiji, {-16.9, -180}));
    CHECK(contains(fiji, {-16.9, -179.95}));
    CHECK_FALSE(contains(fiji, {-16.9, 179.8}));
    CHECK_FALSE(contains(fiji, {-16.9, 0}));
    CHECK(metresToSides(fiji, {-16.9, 180}) == Approx(metresToSides(elsewhere, {-16.9, 10.1})));
}

TEST_CASE("how far a boundary is, against every point of its sides") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> off(-0.08, 0.08);
    for (int round = 0; round < 12; ++round) {
        const auto ring = star(random, {38, 101}, 0.05);
        const GeoPoint from{38 + off(random), 101 + off(random)};
        CHECK(metresToSides(ring, from) == Approx(slowDistance(ring, from)).margin(2));
    }
    CHECK(std::isinf(metresToSides({}, {38, 101})));
    CHECK(std::isfinite(metresToSides({{89.9, 0}, {89.9, 120}, {89.9, -120}, {89.9, 0}}, {90, 0})));
}

TEST_CASE("where a walked line crosses itself") {
    const std::vector<GeoPoint> bow{{0, 0}, {0, 2}, {2, 0}, {2, 2}};
    CHECK_FALSE(firstCrossing({}, true));
    CHECK_FALSE(firstCrossing({{0, 0}}, true));
    CHECK_FALSE(firstCrossing({{0, 0}, {0, 1}}, true));
    CHECK_FALSE(firstCrossing({{0, 0}, {0, 1}, {1, 1}}, true));
    CHECK_FALSE(firstCrossing({{0, 0}, {0, 2}, {2, 2}, {2, 0}}, true));
    // Open it is a Z; closed, its last side crosses the second.
    CHECK_FALSE(firstCrossing(bow, false));
    const auto closed = firstCrossing(bow, true);
    REQUIRE(closed);
    CHECK(closed->first == 1);
    CHECK(closed->second == 3);
    CHECK(closed->at.latitude == Approx(1));
    CHECK(closed->at.longitude == Approx(1));
    // A corner on a side, a side back over the one before, a corner twice.
    CHECK(firstCrossing({{0, 0}, {0, 4}, {2, 4}, {0, 2}}, false));
    CHECK(firstCrossing({{0, 0}, {0, 4}, {0, 2}}, false));
    CHECK(firstCrossing({{0, 0}, {0, 2}, {2, 2}, {0, 0}, {-1, -1}}, false));
    // Going on straight is no crossing.
    CHECK_FALSE(firstCrossing({{0, 0}, {0, 1}, {0, 2}, {2, 2}}, true));
    // Over the antimeridian.
    CHECK(firstCrossing({{0, 179}, {0, -179}, {2, 179}, {2, -179}}, true));
    CHECK_FALSE(firstCrossing({{0, 179}, {0, -179}, {2, -179}, {2, 179}}, true));
}
