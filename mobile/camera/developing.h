// From what a camera gave to the JPEG that is sealed: upright, with the time and the place of the tablet in its EXIF.
// What the camera wrote as JPEG by itself stays as it is, to the byte. Judged by the rule for all pictures
// (store/judged_picture.h). Blocking, some 200 ms for 12 megapixels; any thread but the UI's and the vault's.
#pragma once

#include <memory>

#include "mobile/camera/frame_source.h"
#include "shared/base/result.h"
#include "shared/picture/exif_writer.h"
#include "shared/store/judged_picture.h"

namespace plumb::mobile {

// malformed "no_image" where there is no picture in it.
Result<std::shared_ptr<const store::JudgedPicture>> developed(const Shot& shot, const picture::ExifStamp& stamp);

}  // namespace plumb::mobile
