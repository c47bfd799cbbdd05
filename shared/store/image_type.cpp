#include "shared/store/image_type.h"

#include <algorithm>

#include "shared/picture/heic.h"
#include "shared/store/image_decode.h"

namespace plumb::store {
namespace {

struct Format {
    std::string_view type, magic;
    Decoded (*decode)(ByteView, const ImageLimits&);
};
constexpr Format kFormats[] = {{"image/jpeg", "\xFF\xD8\xFF", decodeJpeg},
                               {"image/png", "\x89PNG\r\n\x1a\n", decodePng},
                               {"image/webp", "RIFF", decodeWebp}};

bool starts(ByteView content, std::string_view magic, std::size_t at = 0) {
    return content.size() >= at + magic.size() &&
           std::equal(magic.begin(), magic.end(), content.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

tl::unexpected<Error> bad(const std::string& why) {
    return fail(ErrorKind::malformed, "no_image",
                "this file is no photo that can be used (" + why + "); take a JPEG, PNG, WebP or HEIC picture");
}

}  // namespace

bool isPhotoType(std::string_view type) {
    return type == picture::kHeicType ||
           std::any_of(std::begin(kFormats), std::end(kFormats), [&](const Format& f) { return f.type == type; });
}

Result<ImageInfo> imageInfo(ByteView content) {
    const ImageLimits limits;
    for (const auto& format : kFormats) {
        if (!starts(content, format.magic)) continue;
        if (format.magic == "RIFF" && !starts(content, "WEBP", 8)) continue;
        const auto decoded = format.decode(content, limits);
        if (decoded.good()) return ImageInfo{std::string(format.type), decoded.width, decoded.height};
        if (decoded.fault.starts_with("it claims")) {
            return fail(ErrorKind::tooLarge, "image_too_large",
                        "this picture cannot be used: " + decoded.fault + "; take a smaller picture");
        }
        return bad(decoded.fault);
    }
    if (picture::isHeic(content)) {
        const auto size = picture::heicSize(content);
        if (!size) return fail(size.error());
        return ImageInfo{picture::kHeicType, size->width, size->height};
    }
    return bad("neither JPEG nor PNG nor WebP nor HEIC");
}

}  // namespace plumb::store
