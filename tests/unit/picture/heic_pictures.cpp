#include "tests/unit/picture/heic_pictures.h"

#include <libheif/heif.h>

#include <cstdint>
#include <memory>

namespace plumb::test {
namespace {

heif_error append(heif_context* /*context*/, const void* data, std::size_t size, void* to) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
    return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

}  // namespace

std::string heicBytes(int width, int height, const std::string& exif) {
    const std::unique_ptr<heif_context, decltype(&heif_context_free)> context(heif_context_alloc(), heif_context_free);
    heif_encoder* found = nullptr;
    if (heif_context_get_encoder_for_format(context.get(), heif_compression_HEVC, &found).code != heif_error_Ok)
        return {};
    const std::unique_ptr<heif_encoder, decltype(&heif_encoder_release)> encoder(found, heif_encoder_release);
    heif_encoder_set_lossy_quality(found, 60);
    heif_image* made = nullptr;
    heif_image_create(width, height, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &made);
    const std::unique_ptr<heif_image, decltype(&heif_image_release)> image(made, heif_image_release);
    heif_image_add_plane(made, heif_channel_interleaved, width, height, 8);
    int stride = 0;
    auto* rows = heif_image_get_plane(made, heif_channel_interleaved, &stride);
    std::uint32_t noise = 1;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width * 3; ++x) {
            noise = noise * 1664525 + 1013904223;
            rows[static_cast<std::ptrdiff_t>(y) * stride + x] =
                static_cast<std::uint8_t>((x * 128 / (width * 3)) + (y * 100 / height) + (noise >> 28));
        }
    }
    heif_image_handle* handle = nullptr;
    if (heif_context_encode_image(context.get(), made, found, nullptr, &handle).code != heif_error_Ok) return {};
    const std::unique_ptr<heif_image_handle, decltype(&heif_image_handle_release)> kept(handle,
                                                                                        heif_image_handle_release);
    if (!exif.empty())
        heif_context_add_exif_metadata(context.get(), handle, exif.data(), static_cast<int>(exif.size()));
    std::string out;
    heif_writer writer{1, append};
    heif_context_write(context.get(), &writer, &out);
    return out;
}

}  // namespace plumb::test
