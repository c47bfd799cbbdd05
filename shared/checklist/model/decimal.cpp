#include "shared/checklist/model/decimal.h"

#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace plumb::checklist {
namespace {

__extension__ typedef __int128 Wide;

Wide powerOfTen(int exponent) {
    Wide out = 1;
    while (exponent-- > 0) out *= 10;
    return out;
}

// ASCII of what an input method may have given in full width (U+FF10…19, U+FF0E, U+FF0B, U+FF0D); other bytes stay.
std::string halfWidth(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i + 2 < text.size() && text[i] == '\xEF' && text[i + 1] == '\xBC') {
            const auto low = static_cast<unsigned char>(text[i + 2]);
            if ((low >= 0x90 && low <= 0x99) || low == 0x8E || low == 0x8B || low == 0x8D) {
                out += static_cast<char>(low - 0x60);
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

}  // namespace

Decimal::Decimal(std::int64_t mantissa, int scale) : m_mantissa(mantissa), m_scale(scale) {
    while (m_scale > 0 && m_mantissa % 10 == 0) {
        m_mantissa /= 10;
        --m_scale;
    }
}

std::optional<Decimal> Decimal::parse(std::string_view raw) {
    const std::string text = halfWidth(raw.substr(0, 256));
    if (raw.size() > 256) return std::nullopt;
    std::size_t i = 0;
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++i;
    std::int64_t mantissa = 0;
    int digits = 0, scale = 0, zeros = 0;  // zeros: seen after the last significant digit, not yet in the mantissa
    bool point = false, any = false;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.') {
            if (point) return std::nullopt;
            // Zeros before the point are part of the value.
            for (; zeros > 0 && mantissa != 0; --zeros, ++digits) {
                if (digits >= kMaxDigits) return std::nullopt;
                mantissa *= 10;
            }
            zeros = 0;
            point = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        any = true;
        if (c == '0') {
            ++zeros;
            continue;
        }
        const int step = mantissa == 0 ? 1 : zeros + 1;
        if (digits + step > kMaxDigits) return std::nullopt;
        if (point) scale += zeros + 1;
        for (int k = 0; k < step; ++k) mantissa *= 10;
        digits += step;
        mantissa += c - '0';
        zeros = 0;
        if (scale > kMaxDigits) return std::nullopt;
    }
    if (!any) return std::nullopt;
    if (!point && mantissa != 0) {
        for (; zeros > 0; --zeros, ++digits) {
            if (digits >= kMaxDigits) return std::nullopt;
            mantissa *= 10;
        }
    }
    return Decimal(negative ? -mantissa : mantissa, scale);
}

std::optional<Decimal> Decimal::fromDouble(double value) {
    if (!std::isfinite(value) || std::fabs(value) >= 1e15) return std::nullopt;
    if (value == 0) return Decimal();
    char buffer[40];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, kMaxDigits - 1).ptr;
    // d.dddddddddddddde±XX
    const std::string text(buffer, end);
    const auto e = text.find('e');
    const int exponent = std::atoi(text.c_str() + e + 1);
    std::int64_t mantissa = 0;
    for (const char c : text.substr(0, e)) {
        if (c >= '0' && c <= '9') mantissa = mantissa * 10 + (c - '0');
    }
    int scale = kMaxDigits - 1 - exponent;
    while (scale > 0 && mantissa % 10 == 0) {
        mantissa /= 10;
        --scale;
    }
    for (; scale > kMaxDigits; --scale) mantissa = (mantissa + 5) / 10;  // below 10⁻¹⁵: noise
    if (scale < 0) return std::nullopt;
    return Decimal(text[0] == '-' ? -mantissa : mantissa, scale);
}

std::string Decimal::text() const {
    std::string digits = std::to_string(std::llabs(m_mantissa));
    const auto decimals = static_cast<std::size_t>(m_scale);
    std::string out;
    if (m_mantissa < 0) out += '-';
    if (decimals == 0) return out += digits;
    if (digits.size() <= decimals) digits = std::string(decimals + 1 - digits.size(), '0') + digits;
    out.append(digits, 0, digits.size() - decimals);
    out += '.';
    return out.append(digits, digits.size() - decimals);
}

std::optional<std::int64_t> Decimal::units(int decimals) const {
    if (m_scale > decimals) return std::nullopt;
    const Wide value = Wide(m_mantissa) * powerOfTen(decimals - m_scale);
    if (value > INT64_MAX || value < INT64_MIN) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
    const Wide mine = Wide(m_mantissa) * powerOfTen(other.m_scale);
    const Wide theirs = Wide(other.m_mantissa) * powerOfTen(m_scale);
    return mine < theirs   ? std::strong_ordering::less
           : mine > theirs ? std::strong_ordering::greater
                           : std::strong_ordering::equal;
}

Points ratioOf(Points points, const Decimal& actual, const Decimal& target) {
    assert(!actual.isNegative() && target > Decimal());
    if (actual >= target) return points;
    // Below 10¹⁵ × 10¹⁵ × 10⁷ < 2¹²⁷ ÷ 4, see kMaxDigits and kMaxPoints.
    const Wide numerator = Wide(actual.m_mantissa) * powerOfTen(target.m_scale);
    const Wide denominator = Wide(target.m_mantissa) * powerOfTen(actual.m_scale);
    return static_cast<Points>((numerator * points * 2 + denominator) / (denominator * 2));
}

bool ratioBelow(const Decimal& actual, const Decimal& target, const Decimal& limit) {
    // limit has at most six decimals (the loader sees to it): 10³⁰ × 10⁶ stays inside 128 bits.
    const Wide numerator = Wide(actual.m_mantissa) * powerOfTen(target.m_scale) * powerOfTen(limit.m_scale);
    const Wide denominator = Wide(target.m_mantissa) * powerOfTen(actual.m_scale) * limit.m_mantissa;
    return numerator < denominator;
}

}  // namespace plumb::checklist
