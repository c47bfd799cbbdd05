#include "shared/picture/small_picture.h"

#include <png.h>
#include <webp/decode.h>

#include <algorithm>
#include <array>

#include "shared/picture/jpeg_reader.h"

namespace plumb::picture {
namespace {

constexpr std::uint64_t kMostSide = 30'000;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_picture", std::move(why));
}

Result<void> judge(std::uint64_t width, std::uint64_t height, std::uint64_t most) {
    if (width == 0 || height == 0) return bad("the picture has no size");
    if (width <= kMostSide && height <= kMostSide && width * height <= most) return {};
    return fail(ErrorKind::tooLarge, "image_too_large",
                "it claims " + std::to_string(width) + " x " + std::to_string(height) + " pixels, the limit is " +
                    std::to_string(most / 1'000'000) + " million");
}

bool beginsWith(ByteView content, std::string_view text, std::size_t at = 0) {
    return content.size() >= at + text.size() && asText(content.subspan(at, text.size())) == text;
}

// libpng's own small interface, which keeps its jumps to itself.
Result<Rgb> readPng(ByteView content) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, content.data(), content.size()))
        return bad(std::string("the PNG cannot be read: ") + image.message);
    if (auto good = judge(image.width, image.height, kMostPngPixels); !good) {
        png_image_free(&image);
        return fail(good.error());
    }
    image.format = PNG_FORMAT_RGB;
    Rgb out{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    out.bytes.resize(PNG_IMAGE_SIZE(image));
    const png_color white{255, 255, 255};  // behind what can be seen through
    if (!png_image_finish_read(&image, &white, out.bytes.data(), 0, nullptr))
        return bad(std::string("the PNG cannot be read: ") + image.message);
    return out;
}

// Made smaller by the decoder, so that one with losses takes a few rows of memory.
Result<Rgb> readWebp(ByteView content, int longSide) {
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) return bad("the WebP library is of another version");
    if (WebPGetFeatures(content.data(), content.size(), &config.input) != VP8_STATUS_OK)
        return bad("the WebP cannot be read");
    const auto width = static_cast<std::uint64_t>(config.input.width),
               height = static_cast<std::uint64_t>(config.input.height);
    if (auto good = judge(width, height, kMostWebpPixels); !good) return fail(good.error());
    if (config.input.has_animation) return bad("an animated WebP is no photo");
    const auto side = std::max(width, height), most = static_cast<std::uint64_t>(longSide);
    Rgb out{config.input.width, config.input.height, {}};
    if (side > most) {
        out.width = static_cast<int>(std::max<std::uint64_t>(1, width * most / side));
        out.height = static_cast<int>(std::max<std::uint64_t>(1, height * most / side));
        config.options.use_scaling = 1;
        config.options.scaled_width = out.width;
        config.options.scaled_height = out.height;
    }
    out.bytes.resize(std::size_t{3} * static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    config.output.colorspace = MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = out.bytes.data();
    config.output.u.RGBA.stride = out.width * 3;
    config.output.u.RGBA.size = out.bytes.size();
    const auto status = WebPDecode(content.data(), content.size(), &config);
    WebPFreeDecBuffer(&config.output);
    if (status != VP8_STATUS_OK) return bad("the WebP cannot be read");
    return out;
}

Result<Rgb> read(ByteView content, int longSide) {
    if (beginsWith(content, "\xff\xd8\xff")) return readJpeg(content, {0, static_cast<double>(longSide)});
    if (beginsWith(content, "\x89PNG\r\n\x1a\n")) return readPng(content);
    if (beginsWith(content, "RIFF") && beginsWith(content, "WEBP", 8)) return readWebp(content, longSide);
    return bad("it is neither JPEG, PNG nor WebP");
}

}  // namespace

Result<Bytes> smallPicture(ByteView content, int longSide) {
    const auto picture = read(content, longSide);
    if (!picture) return fail(picture.error());
    return writeJpeg(scaled(picture->view(), longSide));
}

}  // namespace plumb::picture
