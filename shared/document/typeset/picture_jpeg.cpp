// A photo comes down to what paper shows of it (150 dots an inch), turned as its EXIF orientation says, and is put into
// the PDF as a JPEG again.
#include <cstdlib>
#include <vector>

#include "shared/document/typeset/picture.h"
#include "shared/picture/jpeg_fault.h"
#include "shared/picture/jpeg_reader.h"

namespace plumb::document {
namespace {

constexpr int kQuality = 80;

bool encode(const Pixels& pixels, unsigned char** bytes, unsigned long* length, picture::JpegFault& fault) {
    jpeg_compress_struct info;
    info.err = fault.handler();
    jpeg_create_compress(&info);
    if (setjmp(fault.back)) {
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

}  // namespace

Result<Pixels> readJpeg(std::string_view content, double width) {
    auto read = picture::readJpeg(asBytes(content), {width * kDotsPerPoint, 0});
    if (!read) return fail(read.error());
    return Pixels{read->width, read->height, std::move(read->bytes)};
}

Result<PrintPicture::Surface> asJpeg(const Pixels& pixels) {
    unsigned char* bytes = nullptr;
    unsigned long length = 0;
    picture::JpegFault fault;
    if (!encode(pixels, &bytes, &length, fault)) {
        std::free(bytes);
        return fail(ErrorKind::broken, "bad_picture", std::string("the picture cannot be made smaller: ") + fault.text);
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
