#include "shared/records/panel/spread.h"

#include <algorithm>

namespace plumb::records {
namespace {

// Sums of squares of a million values of 10⁹ need 80 bits.
__extension__ using Wide = unsigned __int128;

struct Sums {
    Wide count = 0, sum = 0, squares = 0;

    void add(std::int64_t value, std::uint64_t times) {
        const auto wide = static_cast<Wide>(value);
        count += times;
        sum += wide * times;
        squares += wide * wide * times;
    }
};

std::int64_t mean(const Sums& of) {
    return static_cast<std::int64_t>((2 * of.sum + of.count) / (2 * of.count));
}

// The largest whole number r with den·(2r − 1)² ≤ 4·num: √(num ÷ den) rounded half up. By halves: the bounds hold it.
std::int64_t rootOfRatio(Wide num, Wide den) {
    Wide low = 0, high = static_cast<Wide>(kMostSpreadValue) + 1;
    while (high - low > 1) {
        const Wide middle = low + (high - low) / 2, twice = 2 * middle - 1;
        (twice * twice <= 4 * num / den ? low : high) = middle;
    }
    return static_cast<std::int64_t>(low);
}

std::int64_t deviation(const Sums& of) {
    if (of.count < 2) return 0;
    return rootOfRatio(of.count * of.squares - of.sum * of.sum, of.count * (of.count - 1));
}

Sums sumsOf(const std::vector<std::int64_t>& values) {
    Sums out;
    for (const auto value : values) out.add(value, 1);
    return out;
}

Sums sumsOf(const std::vector<Often>& values) {
    Sums out;
    for (const auto& one : values) out.add(one.value, one.times);
    return out;
}

}  // namespace

std::int64_t meanOf(const std::vector<std::int64_t>& values) {
    return mean(sumsOf(values));
}

std::int64_t medianOf(std::vector<std::int64_t> values) {
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return meanOf(std::vector<std::int64_t>{values[middle - 1], values[middle]});
}

std::int64_t rangeOf(const std::vector<std::int64_t>& values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return *most - *least;
}

std::int64_t deviationOf(const std::vector<std::int64_t>& values) {
    return deviation(sumsOf(values));
}

std::int64_t meanOf(const std::vector<Often>& values) {
    return mean(sumsOf(values));
}

std::int64_t deviationOf(const std::vector<Often>& values) {
    return deviation(sumsOf(values));
}

}  // namespace plumb::records
