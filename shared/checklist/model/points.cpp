#include "shared/checklist/model/points.h"

#include <cassert>

namespace plumb::checklist {
namespace {

__extension__ typedef __int128 Wide;

}  // namespace

Points scaled(Points value, std::int64_t numerator, std::int64_t denominator) {
    assert(value >= 0 && numerator >= 0 && denominator > 0);
    const Wide product = Wide(value) * numerator;
    return static_cast<Points>((product * 2 + denominator) / (Wide(denominator) * 2));
}

std::string pointsText(Points points) {
    const bool negative = points < 0;
    const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(points) : static_cast<std::uint64_t>(points);
    std::string out = (negative ? "-" : "") + std::to_string(magnitude / kPoint);
    if (const auto rest = magnitude % kPoint) {
        std::string decimals = std::to_string(kPoint + static_cast<Points>(rest)).substr(1);
        decimals.erase(decimals.find_last_not_of('0') + 1);
        out += "." + decimals;
    }
    return out;
}

}  // namespace plumb::checklist
