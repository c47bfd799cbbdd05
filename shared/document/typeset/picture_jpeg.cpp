// A photo comes down to what paper shows of it (150 dots an inch), turned as its EXIF orientation says, and is put into
// the PDF as a JPEG again.
// Before jpeglib.h, which needs it.
#include <cstdio>

#include <jpeglib.h>

#include <csetjmp>
#include <cstdlib>
#include <vector>

#include "shared/document/typeset/picture.h"
#include "shared/picture/exif.h"

namespace plumb::document {
namespace {

constexpr JDIMENSION kMaxSide = 30'000;
constexpr int kQuality = 80;

struct Trouble {
    jpeg_error_mgr manager;
    std::jmp_buf back;
    char text[JMSG_LENGTH_MAX] = {};
};

[[noreturn]] void giveUp(j_common_ptr info) {
    auto* trouble = reinterpret_cast<Trouble*>(info->err);
    trouble->manager.format_message(info, trouble->text);
    std::longjmp(trouble->back, 1);
}

void sayNothing(j_common_ptr /*info*/, int /*level*/) {}

// Plain C between setjmp and longjmp: nothing here has a destructor that would be jumped over. `out` is the caller's.
bool decode(std::string_view content, double width, Pixels& out, Trouble& trouble) {
    jpeg_decompress_struct info;
    info.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = giveUp;
    trouble.manager.emit_message = sayNothing;
    jpeg_create_decompress(&info);
    if (setjmp(trouble.back)) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(content.data()), content.size());
    jpeg_read_header(&info, TRUE);
    if (info.image_width > kMaxSide || info.image_height > kMaxSide) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    info.out_color_space = JCS_RGB;
    info.scale_denom = 8;
    info.scale_num = 8;
    const double wanted = width * kDotsPerPoint;
    while (info.scale_num > 1 && info.image_width * (info.scale_num - 1) / 8.0 >= wanted) --info.scale_num;
    jpeg_start_decompress(&info);
    out.width = static_cast<int>(info.output_width);
    out.height = static_cast<int>(info.output_height);
    out.rgb.resize(std::size_t{3} * info.output_width * info.output_height);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = out.rgb.data() + std::size_t{3} * info.output_width * info.output_scanline;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return true;
}

bool encode(const Pixels& pixels, unsigned char** bytes, unsigned long* length, Trouble& trouble) {
    jpeg_compress_struct info;
    info.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = giveUp;
    trouble.manager.emit_message = sayNothing;
    jpeg_create_compress(&info);
    if (setjmp(trouble.back)) {
        jpeg_destroy_compress(&info);
        return false;
    }
    jpeg_mem_dest(&info, bytes, length);
    info.image_width = static_cast<JDIMENSION>(pixels.width);
    info.image_height = static_cast<JDIMENSION>(pixels.height);
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, kQuality, TRUE);
    info.optimize_coding = TRUE;
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        auto* row =
            const_cast<unsigned char*>(pixels.rgb.data()) + std::size_t{3} * info.image_width * info.next_scanline;
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    return true;
}

Pixels turned(Pixels pixels, int orientation) {
    if (orientation == 1) return pixels;
    const bool across = orientation >= 5;  // rows become columns
    Pixels out{across ? pixels.height : pixels.width, across ? pixels.width : pixels.height, {}};
    out.rgb.resize(pixels.rgb.size());
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            int fromX = across ? y : x, fromY = across ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
                fromX = pixels.width - 1 - fromX;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
                fromY = pixels.height - 1 - fromY;
            const auto* from = &pixels.rgb[std::size_t{3} * (static_cast<std::size_t>(fromY) * pixels.width + fromX)];
            std::copy(from, from + 3, &out.rgb[std::size_t{3} * (static_cast<std::size_t>(y) * out.width + x)]);
        }
    }
    return out;
}

}  // namespace

Result<Pixels> readJpeg(std::string_view content, double width) {
    Pixels pixels;
    Trouble trouble;
    if (!decode(content, width, pixels, trouble)) {
        return fail(ErrorKind::malformed, "bad_picture",
                    std::string("the JPEG cannot be read: ") + (*trouble.text ? trouble.text : "it is too large"));
    }
    return turned(std::move(pixels), picture::readExif(asBytes(content)).orientation);
}

Result<PrintPicture::Surface> asJpeg(const Pixels& pixels) {
    unsigned char* bytes = nullptr;
    unsigned long length = 0;
    Trouble trouble;
    if (!encode(pixels, &bytes, &length, trouble)) {
        std::free(bytes);
        return fail(ErrorKind::broken, "bad_picture",
                    std::string("the picture cannot be made smaller: ") + trouble.text);
    }
    // Cairo asks for the pixels' room, and puts the JPEG's own bytes into the PDF.
    PrintPicture::Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels.width, pixels.height),
                                  cairo_surface_destroy);
    const auto status =
        cairo_surface_set_mime_data(surface.get(), CAIRO_MIME_TYPE_JPEG, bytes, length, std::free, bytes);
    if (status != CAIRO_STATUS_SUCCESS) {
        std::free(bytes);
        return fail(ErrorKind::broken, "bad_picture", cairo_status_to_string(status));
    }
    return surface;
}

}  // namespace plumb::document
