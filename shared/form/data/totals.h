// What all nodes of one definition come to, kept as they change: sum() and count() over 500 repeats cost what they cost
// over one.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "shared/form/data/exact_sum.h"
#include "shared/form/data/tree.h"

namespace plumb::form {

struct Total {
    ExactSum sum;               // of those that are numbers
    std::uint32_t nodes = 0;    // relevant ones
    std::uint32_t unclear = 0;  // neither a finite number nor blank

    void add(double number, bool blank) { put(number, blank, 1); }
    void remove(double number, bool blank) { put(number, blank, -1); }

  private:
    void put(double number, bool blank, int sign) {
        nodes += static_cast<std::uint32_t>(sign);
        if (blank) return;
        if (!std::isfinite(number)) {
            unclear += static_cast<std::uint32_t>(sign);
        } else if (sign > 0) {
            sum.add(number);
        } else {
            sum.remove(number);
        }
    }
};

struct Totals {
    std::vector<std::uint32_t> place;  // per node of the definition: into `totals`; kNone where nobody asks
    std::vector<Total> totals;

    [[nodiscard]] Total* of(std::uint32_t def) {
        return def >= place.size() || place[def] == kNone ? nullptr : &totals[place[def]];
    }
    [[nodiscard]] const Total* of(std::uint32_t def) const { return const_cast<Totals*>(this)->of(def); }
};

}  // namespace plumb::form
