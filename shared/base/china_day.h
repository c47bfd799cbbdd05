// The day in China, by whose calendar terms run there, whatever zone a machine is set to: UTC+8 in all of it, without
// summer time since 1992. Pure; any thread.
#pragma once

#include "shared/base/civil_date.h"

namespace plumb {

inline constexpr std::chrono::hours kChinaOffset{8};

inline Day chinaDay(TimePoint at) {
    return std::chrono::floor<std::chrono::days>(at + kChinaOffset);
}

}  // namespace plumb
