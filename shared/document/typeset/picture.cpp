#include "shared/document/typeset/picture.h"

#include <algorithm>
#include <cstring>

#include "shared/picture/mosaic.h"

namespace plumb::document {
namespace {

constexpr std::string_view kPngStart = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kJpegStart = "\xff\xd8\xff";
constexpr std::uint32_t kMaxPngSide = 8'000;  // of a drawn signature or a screen; the whole of it is unfolded

std::uint32_t bigEndian(std::string_view bytes) {
    std::uint32_t out = 0;
    for (const char byte : bytes) out = out << 8 | static_cast<unsigned char>(byte);
    return out;
}

cairo_status_t readFrom(void* closure, unsigned char* to, unsigned int length) {
    auto& rest = *static_cast<std::string_view*>(closure);
    if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(to, rest.data(), length);
    rest.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
}

// On white, no larger than its place needs.
Pixels flattened(cairo_surface_t* from, double width) {
    const int fromWidth = cairo_image_surface_get_width(from), fromHeight = cairo_image_surface_get_height(from);
    const double scale = std::min(1.0, width * kDotsPerPoint / fromWidth);
    Pixels out{std::max(1, static_cast<int>(fromWidth * scale)), std::max(1, static_cast<int>(fromHeight * scale)), {}};
    const PrintPicture::Surface to(cairo_image_surface_create(CAIRO_FORMAT_RGB24, out.width, out.height),
                                   cairo_surface_destroy);
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(to.get()), cairo_destroy);
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    cairo_scale(cairo.get(), scale, scale);
    cairo_set_source_surface(cairo.get(), from, 0, 0);
    cairo_paint(cairo.get());
    cairo_surface_flush(to.get());
    const auto* rows = cairo_image_surface_get_data(to.get());
    const int stride = cairo_image_surface_get_stride(to.get());
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            std::uint32_t pixel = 0;  // 0x00RRGGBB in the machine's own order
            std::memcpy(&pixel, rows + static_cast<std::ptrdiff_t>(y) * stride + x * 4, 4);
            for (const int shift : {16, 8, 0}) out.rgb.push_back(static_cast<unsigned char>(pixel >> shift & 0xff));
        }
    }
    return out;
}

}  // namespace

Result<PrintPicture::Surface> readPng(std::string_view content) {
    // The head's sizes are looked at before room for them is asked for.
    constexpr std::size_t kWidthAt = 16, kHeadEnd = 24;
    if (content.size() < kHeadEnd) return fail(ErrorKind::malformed, "bad_picture", "the PNG is cut short");
    const auto width = bigEndian(content.substr(kWidthAt, 4)), height = bigEndian(content.substr(kWidthAt + 4, 4));
    if (width == 0 || height == 0 || width > kMaxPngSide || height > kMaxPngSide)
        return fail(ErrorKind::malformed, "bad_picture",
                    "a PNG of " + std::to_string(width) + " × " + std::to_string(height) + " pixels is not printed");
    PrintPicture::Surface surface(cairo_image_surface_create_from_png_stream(readFrom, &content),
                                  cairo_surface_destroy);
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::malformed, "bad_picture",
                    std::string("the PNG cannot be read: ") + cairo_status_to_string(status));
    return surface;
}

Result<PrintPicture> PrintPicture::read(std::string_view content, double width, PictureKind kind,
                                        const picture::MarkLayer* marks) {
    Result<Surface> surface = fail(ErrorKind::malformed, "bad_picture", "the picture is neither a PNG nor a JPEG");
    Result<Pixels> pixels = fail(surface.error());
    if (content.starts_with(kPngStart)) {
        surface = readPng(content);
        if (surface && kind == PictureKind::photo) pixels = flattened(surface->get(), width);
    } else if (content.starts_with(kJpegStart)) {
        pixels = readJpeg(content, width);
        if (!pixels) surface = fail(pixels.error());
    }
    if (pixels) {
        const picture::PixelField field{pixels->rgb.data(), pixels->width, pixels->height, pixels->width * 3, 3};
        for (const auto& shape :
             marks ? picture::shapesOf(*marks, pixels->width, pixels->height) : std::vector<picture::MarkShape>())
            if (shape.kind == picture::MarkShape::Kind::mosaic) picture::burnMosaic(field, shape);
        surface = asJpeg(*pixels);
    }
    if (!surface) return fail(surface.error());
    return PrintPicture(std::move(*surface));
}

PrintPicture::Place PrintPicture::placeIn(double x, double y, double width, double height) const {
    const double scale = std::min(width / this->width(), height / this->height());
    const double wide = scale * this->width(), tall = scale * this->height();
    return {x + (width - wide) / 2, y + (height - tall) / 2, wide, tall};
}

void PrintPicture::draw(cairo_t* cairo, double x, double y, double width, double height) const {
    const auto place = placeIn(x, y, width, height);
    cairo_save(cairo);
    cairo_translate(cairo, place.x, place.y);
    cairo_scale(cairo, place.width / this->width(), place.height / this->height());
    cairo_set_source_surface(cairo, m_surface.get(), 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
}

}  // namespace plumb::document
