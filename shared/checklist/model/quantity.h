// What a rule judges, as an exact fraction: one answer, the mean of several samples, a pass rate in percent. Never
// rounded before it is compared; only text() rounds, for people.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/checklist/model/decimal.h"
#include "shared/checklist/model/points.h"

namespace plumb::checklist {

class Quantity {
  public:
    explicit Quantity(const Decimal& value) : Quantity(std::vector{value}, 1) {}
    // The sum of at most 64 values, divided by `count` (1 … 64).
    Quantity(const std::vector<Decimal>& values, std::int64_t count);
    static Quantity whole(std::int64_t value);
    // 100 × part ÷ all, all > 0.
    static Quantity percent(std::int64_t part, std::int64_t all);

    [[nodiscard]] std::strong_ordering compare(const Decimal& other) const;
    [[nodiscard]] bool isNegative() const { return m_numerator < 0; }
    // Where it is a whole number that fits.
    [[nodiscard]] std::optional<std::int64_t> integer() const;

    // points × min(1, this ÷ target), rounded half up to thousandths; negative counts as 0; target > 0.
    [[nodiscard]] Points ratioOf(Points points, const Decimal& target) const;
    // Whether this ÷ target < limit, exactly; target > 0.
    [[nodiscard]] bool ratioBelow(const Decimal& target, const Decimal& limit) const;

    // Exact where it ends within six decimals, otherwise rounded half up to three.
    [[nodiscard]] std::string text() const;

  private:
    __extension__ typedef __int128 Wide;
    Quantity(Wide numerator, std::int64_t denominator) : m_numerator(numerator), m_denominator(denominator) {}

    Wide m_numerator;            // below 64 × 10³⁰
    std::int64_t m_denominator;  // 1 … 64 × 10¹⁵
};

}  // namespace plumb::checklist
