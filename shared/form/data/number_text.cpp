#include "shared/form/data/number_text.h"

#include <charconv>
#include <limits>

#include "shared/form/data/iso_time.h"

namespace plumb::form {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

// "2026-11-22" or a date with a time, quickly told from what is none.
double timeNumber(std::string_view text, int zone) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return kNaN;
    const auto time = xpath::parseIsoTime(text);
    if (!time) return kNaN;
    if (!time->hasTime) return static_cast<double>(time->days);
    return static_cast<double>(xpath::toUtcMillis(*time, zone)) / xpath::kMillisADay;
}

}  // namespace

double numberOf(std::string_view text, int zone) {
    text = trimmed(text);
    const auto whole = text;
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    bool dot = false, digits = false, integral = false;  // integral: a digit other than 0 before the point
    for (const char c : text) {
        if (c == '.' && !dot) {
            dot = true;
        } else if (c >= '0' && c <= '9') {
            digits = true;
            integral = integral || (!dot && c != '0');
        } else {
            return timeNumber(whole, zone);
        }
    }
    if (!digits) return kNaN;
    double value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (end.ec == std::errc::result_out_of_range) value = integral ? std::numeric_limits<double>::infinity() : 0;
    return negative ? -value : value;
}

}  // namespace plumb::form
