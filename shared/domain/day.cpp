#include "shared/domain/day.h"

#include <cstdio>

namespace plumb::domain {
namespace {

// The value of a run of ASCII digits; -1 where there is anything else.
int digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

Result<Day> parseDay(std::string_view text) {
    const auto bad = [&] {
        return fail(ErrorKind::malformed, "bad_day",
                    "\"" + std::string(text.substr(0, 24)) + "\" is no day; write it as 2026-11-22");
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return bad();
    const int year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
    if (year < 0 || month < 0 || day < 0) return bad();
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return bad();
    return Day(date);
}

std::string formatDay(Day day) {
    const std::chrono::year_month_day date{day};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

Day dayOf(const Instant& instant) {
    return std::chrono::floor<std::chrono::days>(instant.utc + instant.offset);
}

}  // namespace plumb::domain
