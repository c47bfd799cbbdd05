#include "shared/picture/mosaic.h"

#include <algorithm>
#include <cmath>

namespace plumb::picture {

void burnMosaic(const PixelField& pixels, const MarkShape& shape) {
    const int left = std::clamp(static_cast<int>(std::floor(shape.left)), 0, pixels.width),
              top = std::clamp(static_cast<int>(std::floor(shape.top)), 0, pixels.height),
              right = std::clamp(static_cast<int>(std::ceil(shape.left + shape.width)), left, pixels.width),
              bottom = std::clamp(static_cast<int>(std::ceil(shape.top + shape.height)), top, pixels.height);
    const int cell = std::max(2, static_cast<int>(std::lround(shape.cell)));
    const auto at = [&](int x, int y) {
        return pixels.rows + std::ptrdiff_t{y} * pixels.stride + std::ptrdiff_t{x} * pixels.channels;
    };
    for (int y = top; y < bottom; y += cell) {
        for (int x = left; x < right; x += cell) {
            const int endX = std::min(x + cell, right), endY = std::min(y + cell, bottom);
            std::uint64_t sum[3] = {};
            for (int row = y; row < endY; ++row)
                for (int column = x; column < endX; ++column)
                    for (int part = 0; part < 3; ++part) sum[part] += at(column, row)[part];
            const auto count = static_cast<std::uint64_t>(endX - x) * static_cast<std::uint64_t>(endY - y);
            for (int row = y; row < endY; ++row)
                for (int column = x; column < endX; ++column)
                    for (int part = 0; part < 3; ++part)
                        at(column, row)[part] = static_cast<std::uint8_t>(sum[part] / count);
        }
    }
}

}  // namespace plumb::picture
