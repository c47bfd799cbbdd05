// HEIC (ISO/IEC 23008-12), what many phones take photos as, through libheif. The file itself is what is kept and
// signed; browsers, printers and most programs cannot show it, so that a JPEG is made of it to be shown. What a file
// claims is judged before anything is decoded. Blocking, up to some seconds for 12 megapixels in one picture, nearly
// all of them spent on its entropy code; the tiles that phones write are decoded by libheif on up to four threads. Any
// thread.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::picture {

inline constexpr const char* kHeicType = "image/heic";
// The decoder holds the whole picture: 48 million pixels, the most that phones write, are 220 MB.
inline constexpr std::uint64_t kMostHeicPixels = 50'000'000;

struct HeicSize {
    int width = 0, height = 0;  // as shown, turned
};

// By its first bytes only.
bool isHeic(ByteView content);
// malformed "no_image"; tooLarge "image_too_large" for what claims more than kMostHeicPixels. Nothing is decoded.
Result<HeicSize> heicSize(ByteView content);
// A JPEG of the picture, turned upright, its longer side at most `longSide`. The same bytes give the same JPEG.
// Errors as above.
Result<Bytes> jpegOfHeic(ByteView content, int longSide);
// The block of EXIF as the file has it; empty where it has none, or more than `most` bytes.
Bytes heicExif(ByteView content, std::size_t most);

}  // namespace plumb::picture
