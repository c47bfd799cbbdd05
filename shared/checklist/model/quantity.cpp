#include "shared/checklist/model/quantity.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>

namespace plumb::checklist {
namespace {

// The products below reach 10⁶²: beyond 128 bits, well inside 256.
using Big = boost::multiprecision::int256_t;

Big power(int exponent) {
    Big out = 1;
    while (exponent-- > 0) out *= 10;
    return out;
}

Big big(const Decimal& value) {
    return Big(value.mantissa());
}

}  // namespace

Quantity::Quantity(const std::vector<Decimal>& values, std::int64_t count) : m_numerator(0), m_denominator(count) {
    int scale = 0;
    for (const auto& value : values) scale = std::max(scale, value.scale());
    for (const auto& value : values) {
        Wide at = value.mantissa();
        for (int i = value.scale(); i < scale; ++i) at *= 10;
        m_numerator += at;
    }
    for (int i = 0; i < scale; ++i) m_denominator *= 10;
}

Quantity Quantity::whole(std::int64_t value) {
    return {Wide(value), 1};
}

Quantity Quantity::percent(std::int64_t part, std::int64_t all) {
    return {Wide(part) * 100, all};
}

std::strong_ordering Quantity::compare(const Decimal& other) const {
    const Big mine = Big(m_numerator) * power(other.scale());
    const Big theirs = big(other) * m_denominator;
    return mine < theirs   ? std::strong_ordering::less
           : mine > theirs ? std::strong_ordering::greater
                           : std::strong_ordering::equal;
}

std::optional<std::int64_t> Quantity::integer() const {
    if (m_numerator % m_denominator != 0) return std::nullopt;
    const Wide out = m_numerator / m_denominator;
    if (out > INT64_MAX || out < INT64_MIN) return std::nullopt;
    return static_cast<std::int64_t>(out);
}

Points Quantity::ratioOf(Points points, const Decimal& target) const {
    if (m_numerator <= 0) return 0;
    if (compare(target) >= 0) return points;
    const Big numerator = Big(m_numerator) * power(target.scale());
    const Big denominator = big(target) * m_denominator;
    return static_cast<Points>((numerator * points * 2 + denominator) / (denominator * 2));
}

bool Quantity::ratioBelow(const Decimal& target, const Decimal& limit) const {
    const Wide own = m_numerator < 0 ? Wide(0) : m_numerator;
    const Big numerator = Big(own) * power(target.scale()) * power(limit.scale());
    return numerator < big(target) * m_denominator * big(limit);
}

std::string Quantity::text() const {
    const bool negative = m_numerator < 0;
    const Big magnitude = negative ? -Big(m_numerator) : Big(m_numerator);
    const int decimals = magnitude * 1'000'000 % m_denominator == 0 ? 6 : 3;
    const Big scaled = (magnitude * power(decimals) * 2 + m_denominator) / (Big(m_denominator) * 2);
    const std::string digits = scaled.str(), padded = std::string(static_cast<std::size_t>(decimals), '0') + digits;
    std::string after = padded.substr(padded.size() - static_cast<std::size_t>(decimals));
    after.erase(after.find_last_not_of('0') + 1);
    std::string out = (scaled / power(decimals)).str();
    if (!after.empty()) out.append(".").append(after);
    return negative && out != "0" ? "-" + out : out;
}

}  // namespace plumb::checklist
