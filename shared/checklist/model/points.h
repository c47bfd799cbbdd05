// Points as scores carry them: integers in thousandths of a point. Nothing in a score is ever a floating-point number.
#pragma once

#include <cstdint>
#include <string>

namespace plumb::checklist {

using Points = std::int64_t;

inline constexpr Points kPoint = 1000;

// The largest worth of one item or a whole document: ten thousand points, so that products stay inside 128 bits.
inline constexpr Points kMaxPoints = 10'000 * kPoint;

// value × numerator ÷ denominator, rounded half up; all of them ≥ 0 and denominator > 0.
Points scaled(Points value, std::int64_t numerator, std::int64_t denominator);

// "8", "5.4", "0.125", "-1.5": exact, without trailing zeros.
std::string pointsText(Points points);

}  // namespace plumb::checklist
