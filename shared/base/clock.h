// Time as records carry it: an Instant is milliseconds since 1970 UTC and the offset of the zone it was read in.
// Text form: RFC 3339 with exactly three decimals and a numeric offset, "2026-11-22T08:15:30.123+08:00"
// (parsing also takes 'Z' and other numbers of decimals). Clocks are injected, so that tests own the time.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace plumb {

using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;

struct Instant {
    TimePoint utc{};
    std::chrono::minutes offset{0};

    friend bool operator==(const Instant&, const Instant&) = default;
};

std::string formatInstant(const Instant& instant);
Result<Instant> parseInstant(std::string_view text);

// What time it is, for whoever must know. Called from any thread.
using Clock = std::function<Instant()>;

// The machine's own clock with the zone that it is set to.
Instant systemNow();

}  // namespace plumb
