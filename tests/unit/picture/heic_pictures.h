// HEIC files, made here with libheif's own encoder.
#pragma once

#include <string>

namespace plumb::test {

// Noise over a gradient; `exif`: a TIFF structure that it carries, or "". "" where this machine's libheif has no
// encoder of HEVC.
std::string heicBytes(int width, int height, const std::string& exif = "");

}  // namespace plumb::test
