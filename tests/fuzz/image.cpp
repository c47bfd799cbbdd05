// Any bytes as a photo: refused, or an image type with a size; and whatever they are, what a camera wrote into them.
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "shared/store/image_type.h"
#include "shared/store/photo_metadata.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto info = plumb::store::imageInfo({data, size});
    if (info && (info->type.empty() || info->width <= 0 || info->height <= 0)) std::abort();
    const auto facts = plumb::store::photoFacts({data, size});
    if (facts.place && !(std::abs(facts.place->latitude) <= 90 && std::abs(facts.place->longitude) <= 180))
        std::abort();
    return 0;
}
