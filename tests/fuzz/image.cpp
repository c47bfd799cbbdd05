// Any bytes as a photo: refused, or an image type with a size.
#include <cstdint>
#include <cstdlib>

#include "shared/store/image_type.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto info = plumb::store::imageInfo({data, size});
    if (info && (info->type.empty() || info->width < 0 || info->height < 0)) std::abort();
    return 0;
}
