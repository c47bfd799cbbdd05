// libpng, row by row. It reports faults by longjmp: between setjmp and the last call nothing here has a destructor.
#include <png.h>

#include <algorithm>
#include <cstring>

#include "shared/store/image_decode.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

struct Reading {
    const std::uint8_t* at;
    std::size_t left;
    char fault[120];
    bool short_;
};

void readBytes(png_structp png, png_bytep out, png_size_t count) {
    auto& reading = *static_cast<Reading*>(png_get_io_ptr(png));
    if (reading.left < count) {
        reading.short_ = true;
        png_error(png, "cut short");
    }
    std::memcpy(out, reading.at, count);
    reading.at += count;
    reading.left -= count;
}

void onError(png_structp png, png_const_charp text) {
    auto& reading = *static_cast<Reading*>(png_get_error_ptr(png));
    std::strncpy(reading.fault, text, sizeof reading.fault - 1);
    png_longjmp(png, 1);
}

void onWarning(png_structp, png_const_charp) {}

// Everything between the two ends of setjmp. An interlaced picture comes as seven small ones, none of which is put
// together: so no picture needs more memory than one of its rows.
bool decode(png_structp png, png_infop info, png_bytep* row, const ImageLimits& limits, std::string* sizeProblem,
            png_uint_32* width, png_uint_32* height) {
    if (setjmp(png_jmpbuf(png))) return false;
    png_read_info(png, info);
    *width = png_get_image_width(png, info);
    *height = png_get_image_height(png, info);
    *sizeProblem = sizeFault(*width, *height, limits.pixels, limits);
    if (!sizeProblem->empty()) return false;
    const bool interlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
    png_read_update_info(png, info);
    *row = static_cast<png_bytep>(png_malloc(png, png_get_rowbytes(png, info) + 16));
    for (int pass = 0; pass < (interlaced ? PNG_INTERLACE_ADAM7_PASSES : 1); ++pass) {
        if (interlaced && PNG_PASS_COLS(*width, pass) == 0) continue;
        const png_uint_32 rows = interlaced ? PNG_PASS_ROWS(*height, pass) : *height;
        for (png_uint_32 y = 0; y < rows; ++y) png_read_row(png, *row, nullptr);
    }
    png_read_end(png, nullptr);
    return true;
}

}  // namespace

Decoded decodePng(ByteView content, const ImageLimits& limits) {
    Reading reading{content.data(), content.size(), {}, false};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, onError, onWarning);
    if (!png) return {0, 0, "the PNG library is of another version"};
    png_infop info = png_create_info_struct(png);
    png_set_read_fn(png, &reading, readBytes);
    // Claims beyond our limits are told in our words, so the library's own limit stands above them.
    png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
    png_set_chunk_malloc_max(png, kMostPngChunkBytes);
    png_set_chunk_cache_max(png, kMostPngChunks);
    png_set_benign_errors(png, 1);
    png_bytep row = nullptr;
    png_uint_32 width = 0, height = 0;
    std::string sizeProblem;
    const bool good = info && decode(png, info, &row, limits, &sizeProblem, &width, &height);
    if (row) png_free(png, row);
    png_destroy_read_struct(&png, &info, nullptr);
    Decoded out;
    out.width = static_cast<int>(std::min<png_uint_32>(width, 0x7fffffff));
    out.height = static_cast<int>(std::min<png_uint_32>(height, 0x7fffffff));
    if (good) return out;
    if (!sizeProblem.empty())
        out.fault = sizeProblem;
    else if (reading.short_)
        out.fault = "the PNG is cut short";
    else
        out.fault = std::string("damaged PNG: ") + (reading.fault[0] ? reading.fault : "it cannot be decoded");
    return out;
}

}  // namespace plumb::store
