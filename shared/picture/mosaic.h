// Burns fields of squares into the pixels of a copy, so that nobody gets back what they hide. Never done to an
// original. Pure; any thread.
#pragma once

#include <cstdint>

#include "shared/picture/mark_shapes.h"

namespace plumb::picture {

// Pixels of `channels` bytes each, of which the first three are colours; rows are `stride` bytes apart.
struct PixelField {
    std::uint8_t* rows = nullptr;
    int width = 0, height = 0, stride = 0, channels = 3;
};

// `shape`: a mosaic, for a picture of this field's size. Whatever the field touches of a pixel is hidden whole.
void burnMosaic(const PixelField& pixels, const MarkShape& shape);

}  // namespace plumb::picture
