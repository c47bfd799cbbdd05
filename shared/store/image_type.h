// Whether bytes are a photo that we take: JPEG (ISO/IEC 10918-1), PNG (ISO/IEC 15948) or WebP (RFC 9649), whole, with a
// size. Looks at the container only.
#pragma once

#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::store {

struct ImageInfo {
    std::string type;  // "image/jpeg", "image/png", "image/webp"
    int width = 0, height = 0;
};

// malformed "no_image" where it is none, or is cut short.
Result<ImageInfo> imageInfo(ByteView content);

}  // namespace plumb::store
