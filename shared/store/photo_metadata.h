// What a camera wrote into a photo besides the picture (EXIF): where it was taken, and when by the camera's own clock.
// It travels with the photo, whoever looks at it or not; so it is read here to be shown. Nothing of it is proved.
#pragma once

#include <optional>
#include <string>

#include "shared/base/bytes.h"

namespace plumb::store {

struct PhotoPlace {
    double latitude = 0, longitude = 0;  // degrees, WGS 84
};

struct PhotoMetadata {
    std::optional<PhotoPlace> place = {};
    std::string taken = {};   // "2026-11-22 08:15:30" as the camera had it, or ""
    std::string offset = {};  // of that time from UTC, "+08:00", or ""
    bool present = false;     // whether there is any EXIF
};

// Of a JPEG, PNG, WebP or HEIC; nothing where there is nothing, or where it cannot be read.
PhotoMetadata photoFacts(ByteView content);

// Along the ground (shared/domain/geodesy.h).
double metresBetween(const PhotoPlace& a, const PhotoPlace& b);

}  // namespace plumb::store
