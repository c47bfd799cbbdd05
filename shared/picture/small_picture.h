// A picture as a small JPEG to be shown before, or in the place of, the file itself: upright, without metadata, the
// same bytes for the same bytes. Of JPEG, PNG and WebP; a HEIC has its own (heic.h). What a file claims is judged
// before anything is decoded, but decoders are large: the server runs this in a process of its own that can do nothing
// else (sync-server/pictures). Pure; any thread.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::picture {

// A PNG and a WebP without losses are held whole: 150 MB and 190.
inline constexpr std::uint64_t kMostPngPixels = 50'000'000, kMostWebpPixels = 64'000'000;

// The longer side comes down to `longSide`; never larger. Malformed "bad_picture", tooLarge "image_too_large".
Result<Bytes> smallPicture(ByteView content, int longSide);

}  // namespace plumb::picture
