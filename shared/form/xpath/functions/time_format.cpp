#include "shared/form/xpath/functions/time_format.h"

#include <array>
#include <chrono>

namespace plumb::form::xpath {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};

std::string padded(std::int64_t number, std::size_t width) {
    auto text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

// The week of the year that has the day's Thursday in it (ISO 8601).
int isoWeek(std::chrono::sys_days day) {
    using namespace std::chrono;
    const auto thursday = day - (weekday{day} - Monday) + days{3};
    const sys_days first{year_month_day{thursday}.year() / January / 1};
    return static_cast<int>((thursday - first).count() / 7 + 1);
}

}  // namespace

tl::expected<std::string, std::string> formatWallTime(const WallTime& time, std::string_view pattern) {
    const std::chrono::sys_days day{std::chrono::days{time.days}};
    const std::chrono::year_month_day date{day};
    const auto year = padded(static_cast<int>(date.year()), 4);
    const unsigned month = static_cast<unsigned>(date.month()), dayOfMonth = static_cast<unsigned>(date.day());
    const auto monthName = kMonths[month - 1], dayName = kDays[std::chrono::weekday{day}.c_encoding()];
    const auto seconds = time.millis / 1000;

    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%') {
            out += pattern[i];
            continue;
        }
        if (++i == pattern.size())
            return tl::unexpected<std::string>("the pattern ends with %; a percent sign is written %%");
        switch (pattern[i]) {
            case '%':
                out += '%';
                break;
            case 'Y':
                out += year;
                break;
            case 'y':
                out += year.substr(year.size() - 2);
                break;
            case 'm':
                out += padded(month, 2);
                break;
            case 'n':
                out += std::to_string(month);
                break;
            case 'b':
                out += monthName.substr(0, 3);
                break;
            case 'B':
                out += monthName;
                break;
            case 'd':
                out += padded(dayOfMonth, 2);
                break;
            case 'e':
                out += std::to_string(dayOfMonth);
                break;
            case 'a':
                out += dayName.substr(0, 3);
                break;
            case 'A':
                out += dayName;
                break;
            case 'W':
                out += std::to_string(isoWeek(day));
                break;
            case 'H':
                out += padded(seconds / 3600, 2);
                break;
            case 'h':
                out += std::to_string(seconds / 3600);
                break;
            case 'M':
                out += padded(seconds / 60 % 60, 2);
                break;
            case 'S':
                out += padded(seconds % 60, 2);
                break;
            case '3':
                out += padded(time.millis % 1000, 3);
                break;
            default:
                return tl::unexpected<std::string>(
                    "%" + std::string(1, pattern[i]) +
                    " is no part of a date; there are %Y %y %m %n %b %B %d %e %a %A %W %H %h %M %S "
                    "%3 and %%");
        }
    }
    return out;
}

}  // namespace plumb::form::xpath
