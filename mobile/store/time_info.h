// What is known of the time, and by what. A plain value, copied between threads.
#pragma once

#include <optional>

#include "shared/store/clock_state.h"

namespace plumb::mobile {

// What is known of the time, and by what.
struct TimeInfo {
    std::optional<store::ClockMeasure> measure;
    std::optional<store::ProvedTime> proved;
};

}  // namespace plumb::mobile
