// A bounding box as OGC API – Features asks for one (OGC 17-069r4, §7.15.3): "minlon,minlat,maxlon,maxlat" in degrees
// of WGS 84 (CRS84: longitude first), or six numbers with heights, which nothing here has and which exclude nothing.
// Where the first longitude is the greater one, the box crosses the antimeridian. Pure; any thread.
#pragma once

#include <string_view>

#include "shared/base/result.h"

namespace plumb::server {

struct FeatureBox {
    double west = -180, south = -90, east = 180, north = 90;

    [[nodiscard]] bool holds(double latitude, double longitude) const;
};

// Malformed "bad_query": another count of numbers, what is no number, beyond the globe, or north below south.
Result<FeatureBox> parseFeatureBox(std::string_view text);

}  // namespace plumb::server
