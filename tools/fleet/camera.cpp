#include "tools/fleet/camera.h"

#include <algorithm>
#include <stdexcept>

#include "shared/picture/jpeg_writer.h"

namespace plumb::fleet {
namespace {

constexpr int kWidth = 96, kHeight = 72;
constexpr std::size_t kSegment = 65'533;  // the most that a comment of JPEG holds (ITU T.81, B.2.4.5)

}  // namespace

Bytes photo(std::size_t size, province::Random random) {
    picture::Rgb picture{kWidth, kHeight, std::vector<std::uint8_t>(static_cast<std::size_t>(kWidth * kHeight) * 3)};
    const auto base = static_cast<int>(random.below(128));
    for (std::size_t i = 0; i < picture.bytes.size(); ++i)
        picture.bytes[i] =
            static_cast<std::uint8_t>(base + static_cast<int>(i / 3 % kWidth) / 2 + static_cast<int>(random.below(32)));
    const auto jpeg = picture::writeJpeg(picture);
    if (!jpeg) throw std::runtime_error(jpeg.error().detail);
    Bytes out(jpeg->begin(), jpeg->begin() + 2);  // behind the marker that begins the file
    while (out.size() + (jpeg->size() - 2) + 4 < size) {
        const auto left = size - out.size() - (jpeg->size() - 2) - 4;
        const auto content = random.bytes(std::min(left, kSegment));
        const auto length = content.size() + 2;
        out.insert(out.end(), {0xff, 0xfe, static_cast<std::uint8_t>(length >> 8), static_cast<std::uint8_t>(length)});
        out.insert(out.end(), content.begin(), content.end());
    }
    out.insert(out.end(), jpeg->begin() + 2, jpeg->end());
    return out;
}

}  // namespace plumb::fleet
