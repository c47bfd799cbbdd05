// Whether bytes are a photo that we take: JPEG (ISO/IEC 10918-1), PNG (ISO/IEC 15948), WebP (RFC 9649) or HEIC
// (ISO/IEC 23008-12) that decodes whole, within limits (image_decode.h; of a HEIC the decoding is that of the JPEG
// which is made of it, judged_picture.h). The one rule for every way by which a picture becomes part of a
// record: what is sealed can be looked at.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::store {

struct ImageInfo {
    std::string type;  // "image/jpeg", "image/png", "image/webp", "image/heic"
    int width = 0, height = 0;
};

// malformed "no_image" where it is none, is damaged, or is cut short; tooLarge "image_too_large" where it claims more
// pixels than anyone could look at. Takes up to about a second for the largest.
Result<ImageInfo> imageInfo(ByteView content);

// The media types that imageInfo gives.
bool isPhotoType(std::string_view type);

}  // namespace plumb::store
