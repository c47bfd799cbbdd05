#include "shared/picture/heic.h"

#include <libheif/heif.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "shared/picture/jpeg_writer.h"

namespace plumb::picture {
namespace {

using Context = std::unique_ptr<heif_context, decltype(&heif_context_free)>;
using Handle = std::unique_ptr<heif_image_handle, decltype(&heif_image_handle_release)>;
using Image = std::unique_ptr<heif_image, decltype(&heif_image_release)>;

constexpr int kMaxSide = 30'000;
// Of the file's brand, or among those with which it says to be compatible.
constexpr std::array<std::string_view, 6> kBrands{"heic", "heix", "heim", "heis", "hevc", "hevx"};

tl::unexpected<Error> bad(const std::string& why) {
    return fail(ErrorKind::malformed, "no_image",
                "this file is no photo that can be used (" + why + "); take a JPEG, PNG, WebP or HEIC picture");
}

tl::unexpected<Error> bad(const heif_error& error) {
    return bad(std::string("HEIC: ") + (error.message ? error.message : "it cannot be read"));
}

struct Opened {
    Context context{heif_context_alloc(), heif_context_free};
    Handle handle{nullptr, heif_image_handle_release};
};

// The file's boxes are read, no picture is decoded. `content` outlives what is returned.
Result<Opened> open(ByteView content) {
    Opened out;
    if (!out.context) return fail(ErrorKind::broken, "no_image", "libheif has no memory");
    heif_context_set_maximum_image_size_limit(out.context.get(), kMaxSide);
    auto error = heif_context_read_from_memory_without_copy(out.context.get(), content.data(), content.size(), nullptr);
    if (error.code != heif_error_Ok) return bad(error);
    heif_image_handle* handle = nullptr;
    error = heif_context_get_primary_image_handle(out.context.get(), &handle);
    if (error.code != heif_error_Ok) return bad(error);
    out.handle.reset(handle);
    const auto width = heif_image_handle_get_width(handle), height = heif_image_handle_get_height(handle);
    if (width <= 0 || height <= 0) return bad("it has no size");
    if (width > kMaxSide || height > kMaxSide ||
        static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) > kMostHeicPixels)
        return fail(ErrorKind::tooLarge, "image_too_large",
                    "this picture cannot be used: it claims " + std::to_string(width) + " x " + std::to_string(height) +
                        " pixels, the limit is " + std::to_string(kMostHeicPixels / 1'000'000) +
                        " million; take a smaller picture");
    return out;
}

}  // namespace

bool isHeic(ByteView content) {
    const auto text = asText(content);
    if (text.size() < 16 || text.substr(4, 4) != "ftyp") return false;
    const std::size_t size = content[0] << 24 | content[1] << 16 | content[2] << 8 | content[3];
    const auto end = std::min({size, text.size(), std::size_t{256}});
    for (std::size_t at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
        if (std::find(kBrands.begin(), kBrands.end(), text.substr(at, 4)) != kBrands.end()) return true;
    }
    return false;
}

Result<HeicSize> heicSize(ByteView content) {
    const auto opened = open(content);
    if (!opened) return fail(opened.error());
    return HeicSize{heif_image_handle_get_width(opened->handle.get()),
                    heif_image_handle_get_height(opened->handle.get())};
}

Result<Bytes> jpegOfHeic(ByteView content, int longSide) {
    const auto opened = open(content);
    if (!opened) return fail(opened.error());
    heif_image* decoded = nullptr;
    const auto error =
        heif_decode_image(opened->handle.get(), &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nullptr);
    if (error.code != heif_error_Ok) return bad(error);
    const Image image(decoded, heif_image_release);
    const int width = heif_image_get_width(decoded, heif_channel_interleaved),
              height = heif_image_get_height(decoded, heif_channel_interleaved);
    int stride = 0;
    const auto* rows = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    if (!rows || width <= 0 || height <= 0) return bad("HEIC: it holds no picture");
    return writeJpeg(scaled({rows, width, height, stride}, longSide));
}

Bytes heicExif(ByteView content, std::size_t most) {
    const auto opened = open(content);
    if (!opened) return {};
    heif_item_id id = 0;
    if (heif_image_handle_get_list_of_metadata_block_IDs(opened->handle.get(), "Exif", &id, 1) < 1) return {};
    const auto size = heif_image_handle_get_metadata_size(opened->handle.get(), id);
    if (size == 0 || size > most) return {};
    Bytes out(size);
    const auto error = heif_image_handle_get_metadata(opened->handle.get(), id, out.data());
    return error.code == heif_error_Ok ? out : Bytes{};
}

}  // namespace plumb::picture
