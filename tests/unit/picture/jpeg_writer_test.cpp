#include "shared/picture/jpeg_writer.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::picture;

namespace {

constexpr int kWidth = 37, kHeight = 21, kGap = 12;

std::uint8_t partOf(int x, int y, int part) {
    return static_cast<std::uint8_t>(x * 5 + y * 11 + part * 70);
}

Rgb inOrder() {
    Rgb out{kWidth, kHeight, {}};
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            for (int part = 0; part < 3; ++part) out.bytes.push_back(partOf(x, y, part));
    return out;
}

// With a gap behind each row, as windows have them.
std::vector<std::uint8_t> asOnScreen() {
    std::vector<std::uint8_t> out;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            for (int part = 2; part >= 0; --part) out.push_back(partOf(x, y, part));
            out.push_back(0x5A);
        }
        out.insert(out.end(), kGap, 0xA5);
    }
    return out;
}

}  // namespace

TEST_CASE("a picture as a camera's frame holds it gives the JPEG that its reds, greens and blues give") {
    const auto screen = asOnScreen();
    const ScreenView view{screen.data(), kWidth, kHeight, kWidth * 4 + kGap};
    const auto plain = writeJpeg(inOrder()).value();
    CHECK(writeJpeg(view, 85).value() == plain);
    CHECK(writeJpeg(view, 95).value().size() > plain.size());
}

TEST_CASE("a picture without a pixel is refused, not a crash") {
    CHECK_FALSE(writeJpeg(ScreenView{}, 90));
    CHECK_FALSE(writeJpeg(Rgb{}));
}
