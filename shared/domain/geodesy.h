// Lengths, directions and areas on the ground, and where a point lies in regard to a boundary. One set of functions for
// tablet, server and command line. Everything is on WGS 84: distances are those of the ellipsoid to about a millimetre
// (T. Vincenty's inverse solution, Survey Review 176, 1975; nearly antipodal points fall back to a sphere), areas are
// those of the sphere that has the ellipsoid's surface, corrected to the ellipsoid by way of authalic latitudes.
// A ring may cross the antimeridian; one that encloses a pole has no inside here. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

namespace plumb::domain {

// Degrees, WGS 84.
struct GeoPoint {
    double latitude = 0, longitude = 0;

    friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

// The last corner is the first again.
using Ring = std::vector<GeoPoint>;

// Metres. Never NaN for coordinates in range.
double metresBetween(const GeoPoint& a, const GeoPoint& b);
// Degrees clockwise from north, 0 ≤ bearing < 360, in which `b` is seen from `a`.
double bearingBetween(const GeoPoint& a, const GeoPoint& b);
// The point that is `metres` away from `from` in that direction (on the sphere of equal surface: within 0.3 %).
GeoPoint pointFrom(const GeoPoint& from, double bearing, double metres);

// Square metres, whichever way the ring runs. Sides are short: the area is that between the rhumb-like lines that join
// corners in the equal-area plane, which for a site's size are the geodesics.
double areaOf(const Ring& ring);
// The same with a sign: positive where the ring runs counterclockwise.
double signedAreaOf(const Ring& ring);

// Whether it lies inside, by the even-odd rule; what lies on a side may be either.
bool contains(const Ring& ring, const GeoPoint& point);
// Metres to the nearest point of the ring's sides, from inside or outside.
double metresToSides(const Ring& ring, const GeoPoint& point);

// Two sides of a line of corners that cross or touch where they must not: the numbers of the corners with which they
// begin, and where they meet.
struct Crossing {
    std::size_t first = 0, second = 0;
    GeoPoint at;
};
// Of an open line (`closed` false) or of the ring that it would become when its last corner is joined to its first.
// Corners are not repeated at the end. Also a side that runs back over another is one.
std::optional<Crossing> firstCrossing(const std::vector<GeoPoint>& corners, bool closed);

}  // namespace plumb::domain
