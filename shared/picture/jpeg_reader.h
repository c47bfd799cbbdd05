// A JPEG as pixels, upright, no larger than it is wanted: libjpeg-turbo computes no more than an eighth's steps of it.
// What it claims is judged before anything is decoded. Pure; any thread.
#pragma once

#include "shared/picture/jpeg_writer.h"

namespace plumb::picture {

// How large it has to be at least, where the file is as large; a step of eighths larger at most.
struct JpegWish {
    double width = 0;     // pixels, as it lies in the file
    double longSide = 0;  // pixels
};

// Malformed "bad_picture", with why.
Result<Rgb> readJpeg(ByteView content, const JpegWish& wish);

}  // namespace plumb::picture
