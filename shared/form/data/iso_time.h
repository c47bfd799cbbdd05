// ISO 8601 as forms write it: "2026-11-22", "2026-11-22T08:15:30.123+08:00", "08:15:30.123+08:00". Pure; any thread.
// Years 0000–9999 of the proleptic Gregorian calendar, milliseconds, offsets of whole minutes below one day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plumb::form::xpath {

inline constexpr double kMillisADay = 86'400'000.0;

// What a clock on a wall shows, and (where it was written) how far that wall is from Greenwich.
struct WallTime {
    std::int64_t days = 0;      // since 1970-01-01
    std::int64_t millis = 0;    // of the day
    std::optional<int> offset;  // minutes east
    bool hasTime = false;       // false: a date only; `millis` is 0
};

// A date, or a date and a time with 'T' between. Days and months may have one digit ("1970-1-2"). None where it is
// neither, or names a day or an hour that does not exist.
std::optional<WallTime> parseIsoTime(std::string_view text);
// "08:15", "08:15:30.123+08:00": on the day 0.
std::optional<WallTime> parseTimeOfDay(std::string_view text);

// Milliseconds since 1970-01-01T00:00Z; `zone` (minutes) counts where the time has no offset of its own.
std::int64_t toUtcMillis(const WallTime& time, int zone);
// The same moment on a wall of `zone`. What has neither an offset nor a time is of that zone already.
WallTime inZone(const WallTime& time, int zone);
WallTime fromUtcMillis(std::int64_t millis, int zone);

// Whether it is a day that can be written with four digits of year; and its text.
bool isWritableDay(double days);
std::string isoDate(std::int64_t days);
// "+08:00" of minutes east of Greenwich.
std::string isoOffset(int minutes);
// With three decimals and the offset (+00:00 where there is none).
std::string isoDateTime(const WallTime& time);

}  // namespace plumb::form::xpath
