#include "shared/records/reference/boundary.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

namespace plumb::records {
namespace {

// Sides are compared on a grid of ten-millionths of a degree (a centimetre), in whole numbers: within kMaxExtent every
// product is below 2^53, so that this reader and one that has doubles alone say the same.
constexpr double kGrid = 1e7;

struct GridPoint {
    std::int64_t x = 0, y = 0;
};

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_boundary", std::move(why));
}

std::optional<double> numberOf(const json::value& value, double most) {
    if (!value.is_number()) return std::nullopt;
    const auto number = value.to_number<double>();
    return std::isfinite(number) && std::abs(number) <= most ? std::optional(number) : std::nullopt;
}

// [lon, lat], and a height that is not kept.
std::optional<GeoPoint> pointOf(const json::value& value) {
    if (!value.is_array()) return std::nullopt;
    const auto& position = value.get_array();
    if (position.size() < 2 || position.size() > 3) return std::nullopt;
    const auto longitude = numberOf(position[0], 180), latitude = numberOf(position[1], 90);
    if (!longitude || !latitude) return std::nullopt;
    return GeoPoint{*latitude, *longitude};
}

// Which side of the line from `a` to `b` the point lies on.
int sideOf(GridPoint a, GridPoint b, GridPoint p) {
    const auto turn = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    return turn > 0 ? 1 : turn < 0 ? -1 : 0;
}

bool cross(GridPoint a, GridPoint b, GridPoint c, GridPoint d) {
    return sideOf(a, b, c) * sideOf(a, b, d) < 0 && sideOf(c, d, a) * sideOf(c, d, b) < 0;
}

bool crossesItself(const Ring& ring) {
    std::vector<GridPoint> at;
    at.reserve(ring.size());
    // From the first corner, so that numbers stay small.
    for (const auto& point : ring)
        at.push_back({std::llround(point.longitude * kGrid) - std::llround(ring[0].longitude * kGrid),
                      std::llround(point.latitude * kGrid) - std::llround(ring[0].latitude * kGrid)});
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const auto [west, east] = std::minmax(at[i].x, at[i + 1].x);
        const auto [south, north] = std::minmax(at[i].y, at[i + 1].y);
        for (std::size_t j = i + 2; j + 1 < at.size(); ++j) {
            if (std::max(at[j].x, at[j + 1].x) < west || std::min(at[j].x, at[j + 1].x) > east ||
                std::max(at[j].y, at[j + 1].y) < south || std::min(at[j].y, at[j + 1].y) > north)
                continue;
            if (cross(at[i], at[i + 1], at[j], at[j + 1])) return true;
        }
    }
    return false;
}

}  // namespace

Result<Ring> readBoundary(const json::value& polygon) {
    const auto* object = polygon.if_object();
    if (!object || textOr(*object, "type") != "Polygon") return bad("must be a Polygon of GeoJSON");
    const auto* rings = object->if_contains("coordinates");
    if (!rings || !rings->is_array() || rings->get_array().size() != 1 || !rings->get_array()[0].is_array())
        return bad("must have one ring of corners, and no holes");
    const auto& corners = rings->get_array()[0].get_array();
    if (corners.size() < 4) return bad("must have three corners at least, and the first again");
    if (corners.size() > kMaxCorners) return bad("must have at most " + std::to_string(kMaxCorners) + " corners");
    Ring out;
    out.reserve(corners.size());
    for (const auto& corner : corners) {
        const auto point = pointOf(corner);
        if (!point) return bad("must have corners of longitude (−180…180) and latitude (−90…90) in degrees");
        out.push_back(*point);
    }
    if (out.front() != out.back()) return bad("must end with the corner with which it begins");
    const auto byLatitude = [](const GeoPoint& a, const GeoPoint& b) { return a.latitude < b.latitude; };
    const auto byLongitude = [](const GeoPoint& a, const GeoPoint& b) { return a.longitude < b.longitude; };
    const auto [south, north] = std::minmax_element(out.begin(), out.end(), byLatitude);
    const auto [west, east] = std::minmax_element(out.begin(), out.end(), byLongitude);
    if (north->latitude - south->latitude > kMaxExtent || east->longitude - west->longitude > kMaxExtent)
        return bad("must be no wider than five degrees");
    if (crossesItself(out)) return bad("must not cross itself");
    return out;
}

json::object boundaryJson(const Ring& ring) {
    json::array corners;
    for (const auto& point : ring) corners.push_back(json::array{point.longitude, point.latitude});
    json::array rings;
    rings.emplace_back(std::move(corners));
    return {{"type", "Polygon"}, {"coordinates", std::move(rings)}};
}

Ring counterclockwise(Ring ring) {
    if (domain::signedAreaOf(ring) < 0) std::reverse(ring.begin(), ring.end());
    return ring;
}

}  // namespace plumb::records
