#include "shared/store/image_decode.h"

#include <webp/decode.h>

namespace plumb::store {

std::string sizeFault(std::uint64_t width, std::uint64_t height, std::uint64_t pixels, const ImageLimits& limits) {
    if (width == 0 || height == 0) return "it has no size";
    const auto side = static_cast<std::uint64_t>(limits.side);
    if (width <= side && height <= side && width * height <= pixels) return {};
    return "it claims " + std::to_string(width) + " x " + std::to_string(height) + " pixels, the limit is " +
           std::to_string(pixels / 1'000'000) + " million";
}

// The container says how long the file is; the decoder scales to a thumbnail as it goes, so that a lossy picture takes
// a few rows of memory and only a lossless one the whole of itself.
Decoded decodeWebp(ByteView content, const ImageLimits& limits) {
    Decoded out;
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) return {0, 0, "the WebP library is of another version"};
    const auto status = WebPGetFeatures(content.data(), content.size(), &config.input);
    if (status == VP8_STATUS_NOT_ENOUGH_DATA) return {0, 0, "the WebP is cut short"};
    if (status != VP8_STATUS_OK) return {0, 0, "damaged WebP"};
    out.width = config.input.width;
    out.height = config.input.height;
    out.fault = sizeFault(static_cast<std::uint64_t>(out.width), static_cast<std::uint64_t>(out.height),
                          limits.webpPixels, limits);
    if (!out.good()) return out;
    if (config.input.has_animation) {
        out.fault = "an animated WebP is no photo";
        return out;
    }
    const std::size_t stated =
        content[4] | content[5] << 8 | content[6] << 16 | static_cast<std::size_t>(content[7]) << 24;
    if (content.size() < stated + 8) {
        out.fault = "the WebP is cut short";
        return out;
    }
    config.options.use_scaling = 1;
    config.options.scaled_width = std::max(1, out.width / 16);
    config.options.scaled_height = std::max(1, out.height / 16);
    config.options.no_fancy_upsampling = 1;
    config.output.colorspace = MODE_RGBA;
    if (WebPDecode(content.data(), content.size(), &config) != VP8_STATUS_OK) out.fault = "damaged WebP";
    WebPFreeDecBuffer(&config.output);
    return out;
}

}  // namespace plumb::store
