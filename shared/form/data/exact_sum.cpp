#include "shared/form/data/exact_sum.h"

#include <bit>
#include <cmath>

namespace plumb::form {
namespace {

constexpr int kLowest = -1074;  // the exponent of the least bit of a double

// Adds or subtracts a 128-bit number at a bit place, two's complement over all limbs.
void addAt(std::array<std::uint64_t, 34>& limbs, std::uint64_t mantissa, unsigned place, bool negative) {
    const unsigned limb = place / 64, shift = place % 64;
    const std::uint64_t low = mantissa << shift;
    const std::uint64_t high = shift == 0 ? 0 : mantissa >> (64 - shift);
    const std::uint64_t parts[2] = {low, high};
    std::uint64_t carry = 0;
    for (unsigned i = limb; i < limbs.size(); ++i) {
        const std::uint64_t part = i - limb < 2 ? parts[i - limb] : 0;
        if (i - limb >= 2 && carry == 0) break;
        std::uint64_t result = 0;
        if (negative) {
            const bool first = __builtin_sub_overflow(limbs[i], part, &result);
            const bool second = __builtin_sub_overflow(result, carry, &result);
            carry = first || second ? 1 : 0;
        } else {
            const bool first = __builtin_add_overflow(limbs[i], part, &result);
            const bool second = __builtin_add_overflow(result, carry, &result);
            carry = first || second ? 1 : 0;
        }
        limbs[i] = result;
    }
}

}  // namespace

void ExactSum::put(double value, bool negative) {
    if (value == 0) return;
    int exponent = 0;
    const double fraction = std::frexp(std::abs(value), &exponent);
    auto mantissa = static_cast<std::uint64_t>(std::ldexp(fraction, 53));
    int place = exponent - 53 - kLowest;
    if (place < 0) {  // a subnormal: its low bits are zeros
        mantissa >>= -place;
        place = 0;
    }
    addAt(m_limbs, mantissa, static_cast<unsigned>(place), negative != std::signbit(value));
}

double ExactSum::value() const {
    auto limbs = m_limbs;
    const bool minus = (limbs.back() >> 63) != 0;
    if (minus) {
        std::uint64_t carry = 1;
        for (auto& limb : limbs) {
            limb = ~limb + carry;
            carry = carry != 0 && limb == 0 ? 1 : 0;
        }
    }
    int top = static_cast<int>(limbs.size()) - 1;
    while (top >= 0 && limbs[static_cast<std::size_t>(top)] == 0) --top;
    if (top < 0) return 0;
    // The highest 64 bits, with a sticky bit for all below.
    const auto at = [&](int i) { return i < 0 ? 0 : limbs[static_cast<std::size_t>(i)]; };
    const int zeros = std::countl_zero(at(top));
    std::uint64_t head = at(top) << zeros;
    std::uint64_t rest = 0;
    if (zeros > 0) {
        head |= at(top - 1) >> (64 - zeros);
        rest = at(top - 1) << zeros;
    } else {
        rest = at(top - 1);
    }
    bool sticky = rest != 0;
    for (int i = top - 2; i >= 0 && !sticky; --i) sticky = at(i) != 0;
    // Round 64 bits to 53, half to even.
    int exponent = top * 64 + 11 - zeros + kLowest;
    std::uint64_t mantissa = head >> 11;
    const std::uint64_t below = head & 0x7FF;
    if (below > 0x400 || (below == 0x400 && (sticky || (mantissa & 1) != 0))) ++mantissa;
    const double result = std::ldexp(static_cast<double>(mantissa), exponent);
    return minus ? -result : result;
}

}  // namespace plumb::form
