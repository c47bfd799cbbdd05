#include "shared/picture/jpeg_writer.h"

#include <algorithm>
#include <cstdlib>

#include "shared/picture/jpeg_fault.h"

namespace plumb::picture {
namespace {

constexpr int kQuality = 85;

struct Source {
    const std::uint8_t* rows;
    int width, height;
    std::ptrdiff_t stride;
    int parts;  // bytes of a pixel
    J_COLOR_SPACE colours;
    int quality;
};

// Plain C between setjmp and longjmp: nothing here has a destructor that would be jumped over.
bool encode(const Source& source, unsigned char** bytes, unsigned long* length) {
    jpeg_compress_struct info;
    JpegFault fault;
    info.err = fault.handler();
    if (setjmp(fault.back)) {
        jpeg_destroy_compress(&info);
        return false;
    }
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, bytes, length);
    info.image_width = static_cast<JDIMENSION>(source.width);
    info.image_height = static_cast<JDIMENSION>(source.height);
    info.input_components = source.parts;
    info.in_color_space = source.colours;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, source.quality, TRUE);
    info.dct_method = JDCT_ISLOW;
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        auto* row = const_cast<unsigned char*>(source.rows + source.stride * info.next_scanline);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    return true;
}

Result<Bytes> written(const Source& source) {
    unsigned char* bytes = nullptr;
    unsigned long length = 0;
    const bool good = encode(source, &bytes, &length);
    Bytes out;
    if (good) out.assign(bytes, bytes + length);
    std::free(bytes);
    if (!good) return fail(ErrorKind::broken, "no_image", "the picture cannot be written as a JPEG");
    return out;
}

}  // namespace

Rgb scaled(const RgbView& picture, int longSide) {
    const int longest = std::max(picture.width, picture.height);
    Rgb out{picture.width, picture.height, {}};
    if (longest > longSide) {
        out.width = std::max(1, static_cast<int>(std::int64_t{picture.width} * longSide / longest));
        out.height = std::max(1, static_cast<int>(std::int64_t{picture.height} * longSide / longest));
    }
    out.bytes.resize(std::size_t{3} * static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    auto* to = out.bytes.data();
    const auto edge = [](int at, int from, int count) { return static_cast<int>(std::int64_t{at} * from / count); };
    // First the rows of one line of the result into one, as they lie in memory, then its columns: the same sums, in a
    // third of the time.
    std::vector<unsigned> line(std::size_t{3} * static_cast<std::size_t>(picture.width));
    for (int y = 0; y < out.height; ++y) {
        const int top = edge(y, picture.height, out.height),
                  bottom = std::max(top + 1, edge(y + 1, picture.height, out.height));
        std::ranges::fill(line, 0U);
        for (int row = top; row < bottom; ++row) {
            const auto* from = picture.rows + std::ptrdiff_t{row} * picture.stride;
            for (auto& part : line) part += *from++;
        }
        for (int x = 0; x < out.width; ++x) {
            const int left = edge(x, picture.width, out.width),
                      right = std::max(left + 1, edge(x + 1, picture.width, out.width));
            const auto* from = line.data() + std::ptrdiff_t{left} * 3;
            unsigned sum[3] = {};
            for (int column = left; column < right; ++column)
                for (auto& part : sum) part += *from++;
            const unsigned count = static_cast<unsigned>((bottom - top) * (right - left));
            for (const auto part : sum) *to++ = static_cast<std::uint8_t>((part + count / 2) / count);
        }
    }
    return out;
}

Result<Bytes> writeJpeg(const Rgb& picture) {
    return written(
        {picture.bytes.data(), picture.width, picture.height, std::ptrdiff_t{3} * picture.width, 3, JCS_RGB, kQuality});
}

Result<Bytes> writeJpeg(const ScreenView& picture, int quality) {
    return written({picture.rows, picture.width, picture.height, picture.stride, 4, JCS_EXT_BGRX, quality});
}

}  // namespace plumb::picture
