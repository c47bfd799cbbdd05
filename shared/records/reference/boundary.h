// The boundary of a site: one ring on the ground, as a Polygon of GeoJSON (RFC 7946) states it. Pure; any thread.
#pragma once

#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/domain/geodesy.h"

namespace plumb::records {

using domain::areaOf;
using domain::GeoPoint;
using domain::Ring;

inline constexpr std::size_t kMaxCorners = 1'000;  // a line has 256 KiB for everything
inline constexpr double kMaxExtent = 5;            // degrees: no site is a province

// Of {"type":"Polygon","coordinates":[[[lon,lat],…]]}. Malformed with what is wrong: another shape, a hole, a ring that
// is not closed, too many corners, a corner off the globe, a ring that is too wide or crosses itself. Where sides only
// touch, or lie on one another, nothing is said.
Result<Ring> readBoundary(const json::value& polygon);
json::object boundaryJson(const Ring& ring);
// In the order that RFC 7946 §3.1.6 asks of who writes a map.
Ring counterclockwise(Ring ring);

}  // namespace plumb::records
