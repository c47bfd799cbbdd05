// Pictures of red, green and blue in memory: made smaller, and written as JPEG. Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::picture {

// Borrowed: rows of red, green, blue, `stride` bytes apart.
struct RgbView {
    const std::uint8_t* rows = nullptr;
    int width = 0, height = 0, stride = 0;
};

struct Rgb {
    int width = 0, height = 0;
    std::vector<std::uint8_t> bytes = {};  // rows without gaps

    [[nodiscard]] RgbView view() const { return {bytes.data(), width, height, width * 3}; }
};

// Borrowed, as windows and cameras hold pictures on machines that are little-endian: four bytes of a pixel are blue,
// green, red and one that means nothing; `stride` bytes from row to row.
struct ScreenView {
    const std::uint8_t* rows = nullptr;
    int width = 0, height = 0, stride = 0;
};

// The longer side comes down to `longSide` (each pixel the mean of those that it stands for); never larger.
Rgb scaled(const RgbView& picture, int longSide);
// Baseline, quality 85, without metadata. Broken where the library has no memory.
Result<Bytes> writeJpeg(const Rgb& picture);
// The same of a picture as it lies in memory, without a copy of it; `quality` from 1 to 100.
Result<Bytes> writeJpeg(const ScreenView& picture, int quality);

}  // namespace plumb::picture
