// From what a camera gave to the JPEG that is sealed: upright, with the time and the place of the tablet in its EXIF.
// What the camera wrote as JPEG by itself stays as it is, to the byte. Blocking, some 100 ms for 12 megapixels; any
// thread but the UI's.
#pragma once

#include "mobile/camera/frame_source.h"
#include "shared/base/result.h"
#include "shared/picture/exif_writer.h"

namespace plumb::mobile {

// malformed "no_image" where there is no picture in it.
Result<QByteArray> developed(const Shot& shot, const picture::ExifStamp& stamp);

}  // namespace plumb::mobile
