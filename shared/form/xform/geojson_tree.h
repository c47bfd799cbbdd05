// GeoJSON (RFC 7946) as a secondary instance, as ODK reads it: root/item for each feature, with its id, its properties
// and its geometry as an ODK geopoint, geotrace or geoshape ("lat lon 0 0; …").
#pragma once

#include <memory>
#include <string>

#include "shared/form/data/tree.h"

namespace plumb::form {

// Null, and why, where the file is no feature collection.
std::shared_ptr<const Tree> readGeojson(const std::string& path, std::shared_ptr<Names> names, std::string& why);

}  // namespace plumb::form
