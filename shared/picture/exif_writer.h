// What this tablet, as the camera, writes into a photo that it took (EXIF 2.32, by libexiv2): when and where, so that
// whoever looks at the picture alone can read it. Any thread.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/picture/exif.h"

namespace plumb::picture {

struct ExifStamp {
    Instant taken = {};                   // by the tablet's corrected clock, in its zone
    std::optional<ExifPlace> place = {};  // of the tablet
};

// The same JPEG with this stamp as its only EXIF, and the orientation "upright". malformed "no_image" for what is none.
Result<Bytes> stampJpeg(ByteView jpeg, const ExifStamp& stamp);

}  // namespace plumb::picture
