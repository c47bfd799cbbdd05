#include "shared/picture/mosaic.h"

#include <catch2/catch.hpp>
#include <set>
#include <vector>

using namespace plumb::picture;

TEST_CASE("what a mosaic hides is one colour a square, and nothing beside it is touched") {
    std::vector<std::uint8_t> pixels(60 * 40 * 4);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>(i * 7919 >> 3);
    const auto before = pixels;
    MarkShape shape;
    shape.kind = MarkShape::Kind::mosaic;
    shape.left = 10.4, shape.top = 5.2, shape.width = 19.2, shape.height = 14.1, shape.cell = 10;
    burnMosaic({pixels.data(), 60, 40, 240, 4}, shape);
    std::set<std::vector<std::uint8_t>> colors;
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 60; ++x) {
            const auto at = static_cast<std::size_t>(y * 240 + x * 4);
            const bool inside = x >= 10 && x < 30 && y >= 5 && y < 20;
            if (inside)
                colors.insert({pixels[at], pixels[at + 1], pixels[at + 2]});
            else
                CHECK(std::equal(pixels.begin() + at, pixels.begin() + at + 4, before.begin() + at));
            CHECK(pixels[at + 3] == before[at + 3]);
        }
    }
    CHECK(colors.size() <= 4);
}

TEST_CASE("a mosaic at the picture's edge, or beyond it, stays within the picture") {
    std::vector<std::uint8_t> pixels(10 * 10 * 3, 9);
    MarkShape shape;
    shape.kind = MarkShape::Kind::mosaic;
    shape.left = -5, shape.top = 8, shape.width = 100, shape.height = 100, shape.cell = 0.1;
    burnMosaic({pixels.data(), 10, 10, 30, 3}, shape);
    CHECK(pixels[0] == 9);
}
