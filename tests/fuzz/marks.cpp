// Any bytes as a layer of marks: refused, or one that is written as it was read and drawn with finite numbers.
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "shared/picture/mark_shapes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto layer = plumb::picture::readMarks({reinterpret_cast<const char*>(data), size});
    if (!layer) return 0;
    const auto again = plumb::picture::readMarks(plumb::picture::writeMarks(*layer));
    if (!again || !(*again == *layer)) std::abort();
    for (const auto& shape : plumb::picture::shapesOf(*layer, 4032, 3024)) {
        if (!std::isfinite(shape.left + shape.top + shape.width + shape.height + shape.textSize)) std::abort();
        for (const auto& line : shape.lines)
            for (const auto& point : line)
                if (!std::isfinite(point.x + point.y)) std::abort();
    }
    return 0;
}
