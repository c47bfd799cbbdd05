// Mean, median and spread of scores, exact: values are integers in thousandths, sums and squares are whole numbers, and
// one rounding, half up, makes the result, so that tablet, server, console and command line agree to the last digit.
// Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

namespace plumb::records {

// No value lies beyond: a million values of it fit into the sums.
inline constexpr std::int64_t kMostSpreadValue = 1'000'000'000;

// Of non-negative values. REQUIRES: one value at least, none beyond the bound above, a million of them at most.
std::int64_t meanOf(const std::vector<std::int64_t>& values);
// The middle one; of an even number the mean of the two in the middle.
std::int64_t medianOf(std::vector<std::int64_t> values);
std::int64_t rangeOf(const std::vector<std::int64_t>& values);
// The standard deviation of a sample, √((n·Σx² − (Σx)²) ÷ (n·(n−1))); 0 of one value.
std::int64_t deviationOf(const std::vector<std::int64_t>& values);

// The same of values that come so often.
struct Often {
    std::int64_t value = 0;
    std::uint64_t times = 0;
};
std::int64_t meanOf(const std::vector<Often>& values);
std::int64_t deviationOf(const std::vector<Often>& values);

}  // namespace plumb::records
