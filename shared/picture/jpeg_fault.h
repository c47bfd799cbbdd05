// How libjpeg's faults come back to us: it reports them by longjmp, and its warnings to nobody. Between setjmp and the
// library's last call a function is plain C, with nothing that has a destructor.
#pragma once

#include <csetjmp>
// Before jpeglib.h, which needs it.
#include <cstdio>

#include <jpeglib.h>

namespace plumb::picture {

struct JpegFault {
    jpeg_error_mgr manager;
    std::jmp_buf back;                // where a fault goes on
    char text[JMSG_LENGTH_MAX] = {};  // in libjpeg's words; "": there was none

    // For `err` of a jpeg_compress_struct or jpeg_decompress_struct, before it is created.
    jpeg_error_mgr* handler() {
        jpeg_std_error(&manager);
        manager.error_exit = [](j_common_ptr info) {
            auto* fault = reinterpret_cast<JpegFault*>(info->err);
            fault->manager.format_message(info, fault->text);
            std::longjmp(fault->back, 1);
        };
        manager.emit_message = [](j_common_ptr, int) {};
        return &manager;
    }
};

}  // namespace plumb::picture
