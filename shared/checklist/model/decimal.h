// Exact decimal numbers as people type them: at most 15 significant digits, compared without rounding.
// Canonical text: "0", "-3.25", "1200": no plus sign, no leading zero but one, no trailing zero after the point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/checklist/model/points.h"

namespace plumb::checklist {

class Decimal {
  public:
    Decimal() = default;
    static constexpr int kMaxDigits = 15;

    // Takes "+5", ".5", "05.50" and full-width digits (０-９ ．－) too, as Chinese input methods give them; no
    // exponents.
    static std::optional<Decimal> parse(std::string_view text);

    // A computed number, kept with 15 significant digits so that binary noise (0.1 + 0.2) is gone. Nothing for NaN,
    // infinities and what needs more than 15 digits on either side of the point.
    static std::optional<Decimal> fromDouble(double value);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool isInteger() const { return m_scale == 0; }
    [[nodiscard]] bool isNegative() const { return m_mantissa < 0; }
    [[nodiscard]] bool isZero() const { return m_mantissa == 0; }

    // The value in thousandths where it has at most three decimals and fits.
    [[nodiscard]] std::optional<std::int64_t> thousandths() const { return units(3); }
    // The value in units of 10^-decimals where it has no more decimals and fits.
    [[nodiscard]] std::optional<std::int64_t> units(int decimals) const;

    // value = mantissa ÷ 10^scale, scale 0 … 15.
    [[nodiscard]] std::int64_t mantissa() const { return m_mantissa; }
    [[nodiscard]] int scale() const { return m_scale; }

    std::strong_ordering operator<=>(const Decimal& other) const;
    bool operator==(const Decimal& other) const { return (*this <=> other) == 0; }

    // points × min(1, actual ÷ target), rounded half up to thousandths. actual ≥ 0, target > 0.
    friend Points ratioOf(Points points, const Decimal& actual, const Decimal& target);
    // Whether actual ÷ target < limit, exactly. actual, limit ≥ 0, target > 0.
    friend bool ratioBelow(const Decimal& actual, const Decimal& target, const Decimal& limit);

  private:
    Decimal(std::int64_t mantissa, int scale);

    std::int64_t m_mantissa = 0;  // value = mantissa ÷ 10^scale, without trailing zeros in the mantissa's fraction
    int m_scale = 0;              // 0 … 15
};

Points ratioOf(Points points, const Decimal& actual, const Decimal& target);
bool ratioBelow(const Decimal& actual, const Decimal& target, const Decimal& limit);

}  // namespace plumb::checklist
