// Where the time that a record states for itself stands against what the log proves: it was signed after the checkpoint
// that it names and before the first one that includes it, whatever the author's clock said.
#pragma once

#include <chrono>
#include <optional>

#include "shared/base/clock.h"

namespace plumb::domain {

// Clocks that are right differ by this much.
constexpr std::chrono::minutes kBracketTolerance{2};

enum class InBracket { inside, before, after };

// An open end holds everything.
inline InBracket placeInBracket(TimePoint at, std::optional<TimePoint> after, std::optional<TimePoint> before) {
    if (after && at + kBracketTolerance < *after) return InBracket::before;
    if (before && at > *before + kBracketTolerance) return InBracket::after;
    return InBracket::inside;
}

}  // namespace plumb::domain
