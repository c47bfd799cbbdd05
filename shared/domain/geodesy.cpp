#include "shared/domain/geodesy.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace plumb::domain {
namespace {

// WGS 84.
constexpr double kEquator = 6378137.0, kFlattening = 1 / 298.257223563, kPolar = kEquator * (1 - kFlattening);
// The radius of the sphere that has the ellipsoid's surface.
constexpr double kAuthalic = 6371007.1809;
constexpr double kRadian = std::numbers::pi / 180;
constexpr int kMostSteps = 100;

double wrapped(double degrees) {
    return std::remainder(degrees, 360.0);
}

double sphereMetres(const GeoPoint& a, const GeoPoint& b) {
    const double lat = std::sin((b.latitude - a.latitude) * kRadian / 2);
    const double lon = std::sin(wrapped(b.longitude - a.longitude) * kRadian / 2);
    const double h = lat * lat + std::cos(a.latitude * kRadian) * std::cos(b.latitude * kRadian) * lon * lon;
    return 2 * kAuthalic * std::asin(std::min(1.0, std::sqrt(h)));
}

// Vincenty's inverse; none where it does not converge, which happens for nearly antipodal points alone.
std::optional<double> ellipsoidMetres(const GeoPoint& a, const GeoPoint& b) {
    const double l = wrapped(b.longitude - a.longitude) * kRadian;
    const double u1 = std::atan((1 - kFlattening) * std::tan(a.latitude * kRadian)),
                 u2 = std::atan((1 - kFlattening) * std::tan(b.latitude * kRadian));
    const double sin1 = std::sin(u1), cos1 = std::cos(u1), sin2 = std::sin(u2), cos2 = std::cos(u2);
    double lambda = l;
    for (int step = 0; step < kMostSteps; ++step) {
        const double sinL = std::sin(lambda), cosL = std::cos(lambda);
        const double east = cos2 * sinL, north = cos1 * sin2 - sin1 * cos2 * cosL;
        const double sinS = std::hypot(east, north), cosS = sin1 * sin2 + cos1 * cos2 * cosL;
        if (sinS == 0) return cosS > 0 ? std::optional(0.0) : std::nullopt;
        const double sigma = std::atan2(sinS, cosS);
        const double sinA = cos1 * cos2 * sinL / sinS, cos2A = 1 - sinA * sinA;
        const double cosM = cos2A == 0 ? 0 : cosS - 2 * sin1 * sin2 / cos2A;
        const double c = kFlattening / 16 * cos2A * (4 + kFlattening * (4 - 3 * cos2A));
        const double before = lambda;
        lambda = l + (1 - c) * kFlattening * sinA * (sigma + c * sinS * (cosM + c * cosS * (-1 + 2 * cosM * cosM)));
        if (std::abs(lambda) > std::numbers::pi) return std::nullopt;
        if (std::abs(lambda - before) > 1e-12) continue;
        const double uu = cos2A * (kEquator * kEquator - kPolar * kPolar) / (kPolar * kPolar);
        const double bigA = 1 + uu / 16384 * (4096 + uu * (-768 + uu * (320 - 175 * uu)));
        const double bigB = uu / 1024 * (256 + uu * (-128 + uu * (74 - 47 * uu)));
        const double delta = bigB * sinS *
                             (cosM + bigB / 4 *
                                         (cosS * (-1 + 2 * cosM * cosM) -
                                          bigB / 6 * cosM * (-3 + 4 * sinS * sinS) * (-3 + 4 * cosM * cosM)));
        return kPolar * bigA * (sigma - delta);
    }
    return std::nullopt;
}

struct Flat {
    double x = 0, y = 0;
};

// Metres on a plane that touches the ellipsoid at `origin`: good for some kilometres around it.
Flat flatten(const GeoPoint& origin, const GeoPoint& point) {
    const double lat = origin.latitude * kRadian, e2 = kFlattening * (2 - kFlattening);
    const double w = std::sqrt(1 - e2 * std::sin(lat) * std::sin(lat));
    const double across = kEquator / w, along = kEquator * (1 - e2) / (w * w * w);
    return {wrapped(point.longitude - origin.longitude) * kRadian * across * std::cos(lat),
            (point.latitude - origin.latitude) * kRadian * along};
}

// The equal-area cylinder: y is so much of half the ellipsoid's surface.
double equalAreaY(double latitude) {
    const double e2 = kFlattening * (2 - kFlattening), e = std::sqrt(e2);
    const auto q = [&](double sine) {
        return (1 - e2) * (sine / (1 - e2 * sine * sine) - std::log((1 - e * sine) / (1 + e * sine)) / (2 * e));
    };
    return q(std::sin(latitude * kRadian)) * kEquator * kEquator / 2;
}

double turn(Flat a, Flat b, Flat p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool between(Flat a, Flat b, Flat p) {
    return std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x) && std::min(a.y, b.y) <= p.y &&
           p.y <= std::max(a.y, b.y);
}

// Where the sides meet; in the plane of degrees, in which they are drawn.
std::optional<Flat> meeting(Flat a, Flat b, Flat c, Flat d) {
    const double ca = turn(c, d, a), cb = turn(c, d, b), ac = turn(a, b, c), ad = turn(a, b, d);
    if (ca == 0 && between(c, d, a)) return a;
    if (cb == 0 && between(c, d, b)) return b;
    if (ac == 0 && between(a, b, c)) return c;
    if (ad == 0 && between(a, b, d)) return d;
    if ((ca > 0) == (cb > 0) || (ac > 0) == (ad > 0) || ca == 0 || cb == 0 || ac == 0 || ad == 0) return std::nullopt;
    const double part = ca / (ca - cb);
    return Flat{a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
}

// Neighbours share a corner; they are amiss only where one runs back over the other.
bool runsBack(Flat a, Flat b, Flat c) {
    return turn(a, b, c) == 0 && (a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y) > 0;
}

}  // namespace

double metresBetween(const GeoPoint& a, const GeoPoint& b) {
    if (a == b) return 0;
    return ellipsoidMetres(a, b).value_or(sphereMetres(a, b));
}

double bearingBetween(const GeoPoint& a, const GeoPoint& b) {
    const double lon = wrapped(b.longitude - a.longitude) * kRadian;
    const double lat1 = a.latitude * kRadian, lat2 = b.latitude * kRadian;
    const double angle = std::atan2(std::sin(lon) * std::cos(lat2),
                                    std::cos(lat1) * std::sin(lat2) - std::sin(lat1) * std::cos(lat2) * std::cos(lon)) /
                         kRadian;
    const double clockwise = angle < 0 ? angle + 360 : angle;
    return clockwise >= 360 ? 0 : clockwise;
}

GeoPoint pointFrom(const GeoPoint& from, double bearing, double metres) {
    const double way = metres / kAuthalic, lat = from.latitude * kRadian, course = bearing * kRadian;
    const double sine =
        std::clamp(std::sin(lat) * std::cos(way) + std::cos(lat) * std::sin(way) * std::cos(course), -1.0, 1.0);
    const double lon =
        std::atan2(std::sin(course) * std::sin(way) * std::cos(lat), std::cos(way) - std::sin(lat) * sine);
    return {std::asin(sine) / kRadian, wrapped(from.longitude + lon / kRadian)};
}

double signedAreaOf(const Ring& ring) {
    if (ring.size() < 4) return 0;
    double twice = 0;
    const double y0 = equalAreaY(ring[0].latitude);
    const auto at = [&](const GeoPoint& point) {
        return Flat{wrapped(point.longitude - ring[0].longitude) * kRadian, equalAreaY(point.latitude) - y0};
    };
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Flat a = at(ring[i]), b = at(ring[i + 1]);
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

double areaOf(const Ring& ring) {
    return std::abs(signedAreaOf(ring));
}

bool contains(const Ring& ring, const GeoPoint& point) {
    if (ring.size() < 4) return false;
    // The ring is unrolled from its first corner on; the point may lie a turn further.
    const double across = wrapped(point.longitude - ring[0].longitude);
    std::array<bool, 3> inside{};
    double at = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Flat a{at, ring[i].latitude - point.latitude};
        at += wrapped(ring[i + 1].longitude - ring[i].longitude);
        const Flat b{at, ring[i + 1].latitude - point.latitude};
        if ((a.y > 0) == (b.y > 0)) continue;
        const double crosses = a.x + (b.x - a.x) * (0 - a.y) / (b.y - a.y);
        for (int turn = -1; turn <= 1; ++turn)
            if (crosses > across + 360 * turn)
                inside.at(static_cast<std::size_t>(turn + 1)) = !inside.at(static_cast<std::size_t>(turn + 1));
    }
    return inside[0] || inside[1] || inside[2];
}

double metresToSides(const Ring& ring, const GeoPoint& point) {
    if (ring.empty()) return std::numeric_limits<double>::infinity();
    double least = std::numeric_limits<double>::infinity();
    GeoPoint nearest = ring[0];
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Flat a = flatten(point, ring[i]), b = flatten(point, ring[i + 1]);
        const Flat side{b.x - a.x, b.y - a.y};
        const double length = side.x * side.x + side.y * side.y;
        const double part = length == 0 ? 0 : std::clamp(-(a.x * side.x + a.y * side.y) / length, 0.0, 1.0);
        const double away = std::hypot(a.x + part * side.x, a.y + part * side.y);
        if (away >= least) continue;
        least = away;
        nearest = {ring[i].latitude + part * (ring[i + 1].latitude - ring[i].latitude),
                   ring[i].longitude + part * wrapped(ring[i + 1].longitude - ring[i].longitude)};
    }
    // The plane chooses the nearest point; how far it is, the ellipsoid says.
    return metresBetween(point, nearest);
}

std::optional<Crossing> firstCrossing(const std::vector<GeoPoint>& corners, bool closed) {
    const std::size_t count = corners.size(), sides = count < 2 ? 0 : closed && count > 2 ? count : count - 1;
    const auto at = [&](std::size_t i) {
        const auto& point = corners[i % count];
        return Flat{wrapped(point.longitude - corners[0].longitude), point.latitude - corners[0].latitude};
    };
    const auto back = [&](Flat where) {
        return GeoPoint{where.y + corners[0].latitude, wrapped(where.x + corners[0].longitude)};
    };
    for (std::size_t j = 1; j < sides; ++j) {
        for (std::size_t i = 0; i < j; ++i) {
            const bool follows = i + 1 == j, closes = closed && i == 0 && j + 1 == sides;
            if (follows || closes) {
                const Flat shared = follows ? at(j) : at(0);
                const bool over = follows ? runsBack(at(i), shared, at(j + 1)) : runsBack(at(j), shared, at(1));
                if (over) return Crossing{i, j, back(shared)};
                continue;
            }
            if (const auto where = meeting(at(i), at(i + 1), at(j), at(j + 1))) return Crossing{i, j, back(*where)};
        }
    }
    return std::nullopt;
}

}  // namespace plumb::domain
