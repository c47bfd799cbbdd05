// Decodes a whole picture and throws the pixels away, only to know that it can be: each row of it, each checksum, under
// limits that do not depend on what the file claims. One function a format; image_type.h is the rule over them.
#pragma once

#include <string>

#include "shared/base/bytes.h"

namespace plumb::store {

struct ImageLimits {
    int side = 30'000;                            // pixels
    std::uint64_t pixels = 120'000'000;           // a 108-megapixel sensor's picture fits
    std::uint64_t webpPixels = 64'000'000;        // whose decoder holds the whole picture
    std::size_t memory = std::size_t{384} << 20;  // that a progressive JPEG's coefficients may take
    int scans = 128;                              // of a JPEG: each is a pass over all of it
};

struct Decoded {
    int width = 0, height = 0;
    std::string fault;  // why it cannot be used; empty where it can
    [[nodiscard]] bool good() const { return fault.empty(); }
};

Decoded decodePng(ByteView content, const ImageLimits& limits);
Decoded decodeJpeg(ByteView content, const ImageLimits& limits);
Decoded decodeWebp(ByteView content, const ImageLimits& limits);

// "" where a picture of this size may be taken.
std::string sizeFault(std::uint64_t width, std::uint64_t height, std::uint64_t pixels, const ImageLimits& limits);

}  // namespace plumb::store
