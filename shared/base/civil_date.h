// Days of the proleptic Gregorian calendar, "2026-11-22": what deadlines, the states of standards and answers of type
// date are compared by. Days are counted, added and subtracted as std::chrono does. Pure; any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace plumb {

using Day = std::chrono::sys_days;

// What four digits of a year can write.
inline constexpr Day kFirstDay{std::chrono::year(0) / 1 / 1}, kLastDay{std::chrono::year(9999) / 12 / 31};

// None where there is no such day.
std::optional<Day> civilDay(int year, int month, int day);

// Strict: four digits, two, two, a day that exists.
std::optional<Day> parseDay(std::string_view text);

// "" outside of kFirstDay to kLastDay.
std::string dayText(Day day);

// The local day of an instant, in the instant's own offset.
Day dayOf(const Instant& instant);

}  // namespace plumb
