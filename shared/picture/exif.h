// What a camera wrote into a picture besides the picture (EXIF 2.32, read by libexiv2): when it was taken by the
// camera's own clock, where, and how it is to be turned. Nothing of it is proved. Never throws; any thread.
#pragma once

#include <optional>
#include <string>

#include "shared/base/bytes.h"

namespace plumb::picture {

struct ExifPlace {
    double latitude = 0, longitude = 0;  // degrees, WGS 84
};

struct Exif {
    bool present = false;  // whether there is an EXIF block that can be read at all
    std::optional<ExifPlace> place = {};
    std::string taken = {};   // "2026-11-22 08:15:30" as the camera had it, or ""
    std::string offset = {};  // of that time from UTC, "+08:00"; "" where the camera did not say
    int orientation = 1;      // 1 … 8 as EXIF has it; of a HEIC always 1, since its decoder turns it
};

// Of a JPEG, PNG, WebP or HEIC; nothing where there is nothing, or where it cannot be read. Blocks above a megabyte are
// none that a camera wrote.
Exif readExif(ByteView content);

}  // namespace plumb::picture
