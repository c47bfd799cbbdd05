// Any bytes as a picture that is to be made small: a small JPEG of no longer side than was asked for, or a refusal.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "shared/picture/jpeg_reader.h"
#include "shared/picture/small_picture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr int kSide = 64;
    const auto small = plumb::picture::smallPicture({data, size}, kSide);
    if (!small) return 0;
    const auto seen = plumb::picture::readJpeg(*small, {0, 1e6});
    if (!seen || std::max(seen->width, seen->height) > kSide) std::abort();
    return 0;
}
