// A sum of doubles that is exact inside and rounded once when it is read: the order of adding never changes it, and
// what was added can be taken away again without a trace. A fixed-point number of 2,176 bits holds every finite double.
#pragma once

#include <array>
#include <cstdint>

namespace plumb::form {

class ExactSum {
  public:
    // Not for NaN and infinities.
    void add(double value) { put(value, false); }
    void remove(double value) { put(value, true); }
    // The double nearest to the exact sum, half to even.
    [[nodiscard]] double value() const;

  private:
    void put(double value, bool negative);

    // Two's complement, 32 bits of each limb in use between carries; limb 0 begins at 2^-1074.
    std::array<std::uint64_t, 34> m_limbs{};
};

}  // namespace plumb::form
