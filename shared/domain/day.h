// A day of the civil calendar, "2026-11-22": what statuses of standards and deadlines are compared by. Pure; any
// thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace plumb::domain {

using Day = std::chrono::sys_days;

// Strict: four digits, two, two, a day that exists; otherwise bad_day.
Result<Day> parseDay(std::string_view text);
std::string formatDay(Day day);

// The local day of an instant, in the instant's own offset.
Day dayOf(const Instant& instant);

}  // namespace plumb::domain
