// libjpeg-turbo, at an eighth of the size: every Huffman code is read, hardly a pixel is computed. It reports faults by
// longjmp: between setjmp and the last call nothing here has a destructor.
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

#include "shared/store/image_decode.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

struct Handler {
    jpeg_error_mgr base;
    std::jmp_buf back;
    char fault[JMSG_LENGTH_MAX];
    bool damaged, cut;
};

Handler& handlerOf(j_common_ptr jpeg) {
    return *reinterpret_cast<Handler*>(jpeg->err);
}

void onExit(j_common_ptr jpeg) {
    auto& handler = handlerOf(jpeg);
    jpeg->err->format_message(jpeg, handler.fault);
    std::longjmp(handler.back, 1);
}

// Warnings are about data that the library fills in or skips: most of them mean that the picture shows what nobody
// photographed.
void onMessage(j_common_ptr jpeg, int level) {
    if (level >= 0) return;
    auto& handler = handlerOf(jpeg);
    switch (jpeg->err->msg_code) {
        case JWRN_ADOBE_XFORM:
        case JWRN_JFIF_MAJOR:
        case JWRN_TOO_MUCH_DATA:
            return;
        case JWRN_EXTRANEOUS_DATA:
            if (jpeg->err->msg_parm.i[0] <= kJpegPaddingBytes) return;
            break;
        case JWRN_JPEG_EOF:
            handler.cut = true;
            break;
        default:
            break;
    }
    if (!handler.damaged) jpeg->err->format_message(jpeg, handler.fault);
    handler.damaged = true;
}

struct Progress {
    jpeg_progress_mgr base;
    int scans;
};

void onProgress(j_common_ptr jpeg) {
    if (!jpeg->is_decompressor) return;
    const auto* decoder = reinterpret_cast<j_decompress_ptr>(jpeg);
    if (decoder->input_scan_number > reinterpret_cast<Progress*>(jpeg->progress)->scans) {
        handlerOf(jpeg).damaged = true;
        ERREXIT(jpeg, JERR_BAD_PROGRESSION);
    }
}

bool decode(jpeg_decompress_struct& jpeg, Handler& handler, Progress& progress, ByteView content,
            const ImageLimits& limits, std::string* sizeProblem) {
    if (setjmp(handler.back)) return false;
    jpeg_create_decompress(&jpeg);
    jpeg.progress = &progress.base;
    jpeg.mem->max_memory_to_use = static_cast<long>(limits.memory);
    jpeg_mem_src(&jpeg, content.data(), static_cast<unsigned long>(content.size()));
    jpeg_read_header(&jpeg, TRUE);
    *sizeProblem = sizeFault(jpeg.image_width, jpeg.image_height, limits.pixels, limits);
    if (!sizeProblem->empty()) return false;
    jpeg.scale_num = 1;
    jpeg.scale_denom = 8;
    jpeg.dct_method = JDCT_FASTEST;
    jpeg.do_fancy_upsampling = FALSE;
    jpeg.do_block_smoothing = FALSE;
    jpeg.out_color_space = jpeg.jpeg_color_space;
    jpeg_start_decompress(&jpeg);
    const auto wide = jpeg.output_width * static_cast<JDIMENSION>(jpeg.output_components);
    JSAMPARRAY row = (*jpeg.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&jpeg), JPOOL_IMAGE, wide, 1);
    while (jpeg.output_scanline < jpeg.output_height) jpeg_read_scanlines(&jpeg, row, 1);
    jpeg_finish_decompress(&jpeg);
    return true;
}

}  // namespace

Decoded decodeJpeg(ByteView content, const ImageLimits& limits) {
    jpeg_decompress_struct jpeg{};
    Handler handler{};
    jpeg.err = jpeg_std_error(&handler.base);
    handler.base.error_exit = onExit;
    handler.base.emit_message = onMessage;
    Progress progress{};
    progress.base.progress_monitor = onProgress;
    progress.scans = limits.scans;
    std::string sizeProblem;
    const bool good = decode(jpeg, handler, progress, content, limits, &sizeProblem);
    Decoded out{static_cast<int>(jpeg.image_width), static_cast<int>(jpeg.image_height), {}};
    jpeg_destroy_decompress(&jpeg);
    if (!sizeProblem.empty())
        out.fault = sizeProblem;
    else if (handler.cut)
        out.fault = "the JPEG is cut short";
    else if (!good || handler.damaged)
        out.fault = std::string("damaged JPEG: ") + (handler.fault[0] ? handler.fault : "it cannot be decoded");
    return out;
}

}  // namespace plumb::store
