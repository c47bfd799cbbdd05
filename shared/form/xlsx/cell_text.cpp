#include "shared/form/xlsx/cell_text.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "shared/base/civil_date.h"
#include "shared/form/xlsx/number_format.h"

namespace plumb::form {
namespace {

constexpr std::int64_t kMillisADay = 86'400'000;

std::string clock(std::int64_t millis) {
    std::array<char, 32> text{};
    const auto seconds = millis / 1000;
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return text.data();
}

std::string day(std::int64_t serial, bool from1904) {
    using namespace std::chrono;
    Day at = from1904 ? Day(year(1904) / 1 / 1) : Day(year(1899) / 12 / 30);
    // The 1900 system has a 29 February 1900, which there never was: before it everything is a day later.
    if (!from1904 && serial < 60) at += days(1);
    return dayText(at + days(serial));
}

}  // namespace

NumberStyle styleOfBuiltIn(unsigned id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
        return NumberStyle::date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 55 || id == 56) return NumberStyle::time;
    if (id == 22) return NumberStyle::dateTime;
    if (id == 46 || id == 47) return NumberStyle::elapsed;
    return NumberStyle::general;
}

NumberStyle styleOfCode(std::string_view code) {
    bool days = false;
    bool hours = false;
    bool elapsed = false;
    if (code == "General" || code == "GENERAL" || code == "general") return NumberStyle::general;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {
            i = code.find('"', i + 1);
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto end = code.find(']', i);
            const std::string_view inside = code.substr(i + 1, end == std::string_view::npos ? end : end - i - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) elapsed = true;
            i = end;
        } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D' || c == 'e') {
            days = true;
        } else if (c == 'h' || c == 'H' || c == 's' || c == 'S') {
            hours = true;
        } else if ((c == 'm' || c == 'M') && !hours) {
            // A month where nothing says that minutes are meant.
            days = days || code.find_first_of("hHsS") == std::string_view::npos;
        }
        if (i == std::string_view::npos) break;
    }
    if (elapsed) return NumberStyle::elapsed;
    if (days) return hours ? NumberStyle::dateTime : NumberStyle::date;
    return hours ? NumberStyle::time : NumberStyle::general;
}

std::string cellText(std::string_view text, NumberStyle style, bool from1904, std::string_view code) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(value))
        return std::string(text);
    // Beyond what spreadsheets show as dates themselves.
    if (style == NumberStyle::general) return formatNumber(value, code);
    if (value < 0 || value >= (from1904 ? 2'957'004 : 2'958'466)) return plainNumber(value);
    const auto millis = static_cast<std::int64_t>(std::llround(value * static_cast<double>(kMillisADay)));
    const std::int64_t serial = millis / kMillisADay;
    const std::int64_t rest = millis % kMillisADay;
    switch (style) {
        case NumberStyle::date:
        case NumberStyle::dateTime:
            // A date that carries a time shows it, and a moment at midnight is still a moment.
            if (serial == 0 && rest != 0) return clock(rest);
            return day(serial, from1904) + (rest == 0 && style == NumberStyle::date ? "" : "T" + clock(rest));
        case NumberStyle::time:
            return serial == 0 ? clock(rest) : day(serial, from1904) + "T" + clock(rest);
        case NumberStyle::elapsed:
            return clock(millis);
        case NumberStyle::general:
            break;
    }
    return plainNumber(value);
}

}  // namespace plumb::form
