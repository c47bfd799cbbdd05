#include "shared/store/image_type.h"

#include <algorithm>
#include <string_view>

namespace plumb::store {
namespace {

tl::unexpected<Error> bad(const char* why) {
    return fail(ErrorKind::malformed, "no_image",
                std::string("this file is no photo that can be used (") + why + "); take a JPEG, PNG or WebP picture");
}

bool starts(ByteView content, std::string_view magic, std::size_t at = 0) {
    return content.size() >= at + magic.size() &&
           std::equal(magic.begin(), magic.end(), content.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

int big16(ByteView content, std::size_t at) {
    return content[at] << 8 | content[at + 1];
}

Result<ImageInfo> jpegInfo(ByteView content) {
    std::size_t at = 2;
    while (at + 9 < content.size()) {
        if (content[at] != 0xFF) return bad("damaged JPEG");
        const int marker = content[at + 1];
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        // SOF0…SOF15 but DHT, JPG and DAC hold the picture's size.
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            ImageInfo info{"image/jpeg", big16(content, at + 7), big16(content, at + 5)};
            constexpr std::uint8_t kEnd[] = {0xFF, 0xD9};
            if (std::search(content.begin() + static_cast<std::ptrdiff_t>(at), content.end(), std::begin(kEnd),
                            std::end(kEnd)) == content.end())
                return bad("JPEG cut short");
            if (info.width == 0 || info.height == 0) return bad("JPEG without a size");
            return info;
        }
        at += 2 + static_cast<std::size_t>(big16(content, at + 2));
    }
    return bad("JPEG cut short");
}

}  // namespace

Result<ImageInfo> imageInfo(ByteView content) {
    if (starts(content, "\xFF\xD8\xFF")) return jpegInfo(content);
    if (starts(content, "\x89PNG\r\n\x1a\n")) {
        if (content.size() < 45 || !starts(content, "IHDR", 12)) return bad("damaged PNG");
        constexpr std::string_view kEnd = "IEND\xAE\x42\x60\x82";  // the last chunk with its checksum
        const auto tail =
            static_cast<std::ptrdiff_t>(std::min<std::size_t>(content.size(), 64));  // some writers append a little
        if (std::search(content.end() - tail, content.end(), kEnd.begin(), kEnd.end(),
                        [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); }) == content.end()) {
            return bad("PNG cut short");
        }
        const int width = big16(content, 16) << 16 | big16(content, 18),
                  height = big16(content, 20) << 16 | big16(content, 22);
        if (width <= 0 || height <= 0) return bad("PNG without a size");
        return ImageInfo{"image/png", width, height};
    }
    if (starts(content, "RIFF") && starts(content, "WEBP", 8)) {
        const std::size_t size =
            content[4] | content[5] << 8 | content[6] << 16 | static_cast<std::size_t>(content[7]) << 24;
        if (content.size() < 30 || content.size() < size + 8) return bad("WebP cut short");
        return ImageInfo{"image/webp", 0, 0};
    }
    return bad("neither JPEG nor PNG nor WebP");
}

}  // namespace plumb::store
