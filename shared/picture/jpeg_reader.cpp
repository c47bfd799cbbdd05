#include "shared/picture/jpeg_reader.h"

#include <algorithm>

#include "shared/picture/exif.h"
#include "shared/picture/jpeg_fault.h"
// Behind jpeglib.h, which it needs.
#include <jerror.h>

namespace plumb::picture {
namespace {

constexpr JDIMENSION kMaxSide = 30'000;
// A progressive JPEG's coefficients are held whole; each of its scans is a pass over all of it.
constexpr long kMostMemory = 384L << 20;
constexpr int kMostScans = 128;

void countScans(j_common_ptr info) {
    if (info->is_decompressor && reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > kMostScans)
        ERREXIT(info, JERR_BAD_PROGRESSION);
}

// Plain C between setjmp and longjmp: nothing here has a destructor that would be jumped over. `out` is the caller's.
bool decode(ByteView content, const JpegWish& wish, Rgb& out, JpegFault& fault) {
    jpeg_decompress_struct info;
    jpeg_progress_mgr progress{};
    info.err = fault.handler();
    jpeg_create_decompress(&info);
    if (setjmp(fault.back)) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    progress.progress_monitor = countScans;
    info.progress = &progress;
    info.mem->max_memory_to_use = kMostMemory;
    jpeg_mem_src(&info, content.data(), content.size());
    jpeg_read_header(&info, TRUE);
    if (info.image_width > kMaxSide || info.image_height > kMaxSide) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    info.out_color_space = JCS_RGB;
    info.scale_denom = 8;
    info.scale_num = 8;
    const double longSide = std::max(info.image_width, info.image_height);
    while (info.scale_num > 1 && info.image_width * (info.scale_num - 1) / 8.0 >= wish.width &&
           longSide * (info.scale_num - 1) / 8.0 >= wish.longSide)
        --info.scale_num;
    jpeg_start_decompress(&info);
    out.width = static_cast<int>(info.output_width);
    out.height = static_cast<int>(info.output_height);
    out.bytes.resize(std::size_t{3} * info.output_width * info.output_height);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = out.bytes.data() + std::size_t{3} * info.output_width * info.output_scanline;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return true;
}

Rgb turned(Rgb picture, int orientation) {
    if (orientation == 1) return picture;
    const bool across = orientation >= 5;  // rows become columns
    Rgb out{across ? picture.height : picture.width, across ? picture.width : picture.height, {}};
    out.bytes.resize(picture.bytes.size());
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            int fromX = across ? y : x, fromY = across ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
                fromX = picture.width - 1 - fromX;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
                fromY = picture.height - 1 - fromY;
            const auto* from =
                &picture.bytes[std::size_t{3} * (static_cast<std::size_t>(fromY) * picture.width + fromX)];
            std::copy(from, from + 3, &out.bytes[std::size_t{3} * (static_cast<std::size_t>(y) * out.width + x)]);
        }
    }
    return out;
}

}  // namespace

Result<Rgb> readJpeg(ByteView content, const JpegWish& wish) {
    Rgb picture;
    JpegFault fault;
    if (!decode(content, wish, picture, fault)) {
        return fail(ErrorKind::malformed, "bad_picture",
                    std::string("the JPEG cannot be read: ") + (*fault.text ? fault.text : "it is too large"));
    }
    return turned(std::move(picture), readExif(content).orientation);
}

}  // namespace plumb::picture
