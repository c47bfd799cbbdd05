#include "shared/checklist/model/civil_date.h"

#include <chrono>
#include <cstdio>

namespace plumb::checklist {
namespace chrono = std::chrono;

std::optional<std::int64_t> parseDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) -> int {
        int out = 0;
        for (std::size_t i = at; i < at + length; ++i) {
            if (text[i] < '0' || text[i] > '9') return -1;
            out = out * 10 + (text[i] - '0');
        }
        return out;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    const chrono::year_month_day date{chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                      chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return chrono::sys_days(date).time_since_epoch().count();
}

std::string dateText(std::int64_t days) {
    if (days < -719528 || days > 2932896) return {};  // 0000-01-01 … 9999-12-31
    const chrono::year_month_day date{chrono::sys_days(chrono::days(static_cast<int>(days)))};
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer;
}

std::int64_t dayOf(const Instant& instant) {
    return chrono::floor<chrono::days>(instant.utc + instant.offset).time_since_epoch().count();
}

}  // namespace plumb::checklist
