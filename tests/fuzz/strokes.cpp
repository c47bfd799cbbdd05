// A drawn signature of whatever bytes: it is read or refused with a sentence, and what is read keeps the limits and is
// composed to what is read alike.
#include <cstdint>
#include <cstdlib>

#include "shared/records/inspection/strokes.h"

using namespace plumb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto strokes = records::readStrokes({reinterpret_cast<const char*>(data), size});
    if (!strokes) {
        if (strokes.error().detail.empty()) std::abort();
        return 0;
    }
    std::size_t points = 0;
    std::int64_t now = 0;
    for (const auto& line : strokes->lines) {
        if (line.empty()) std::abort();
        points += line.size();
        for (const auto& point : line) {
            const bool inside = point.x >= 0 && point.x <= strokes->width && point.y >= 0 && point.y <= strokes->height;
            if (!inside || point.t < now || point.t > records::kLongestStrokeMs) std::abort();
            now = point.t;
        }
    }
    if (points < records::kFewestStrokePoints || points > records::kMostStrokePoints) std::abort();
    const auto again = records::readStrokes(toText(records::toJson(*strokes)));
    if (!again || !(*again == *strokes)) std::abort();
    return 0;
}
