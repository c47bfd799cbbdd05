#include "shared/form/xpath/value.h"

#include <charconv>
#include <cmath>
#include <limits>

#include "shared/form/xpath/functions/iso_time.h"

namespace plumb::form::xpath {
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
    const auto time = parseIsoTime(text);
    if (!time) return kNaN;
    if (!time->hasTime) return static_cast<double>(time->days);
    return static_cast<double>(toUtcMillis(*time, zone)) / kMillisADay;
}

int offsetMinutes(const Value& dateTime, int zone) {
    const auto time = parseIsoTime(dateTime.text);
    return time ? time->offset.value_or(zone) : zone;
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

std::string textOf(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
    if (number == 0) return "0";
    if (std::fabs(number) < 1e15 && number == std::trunc(number)) {
        char buffer[32];
        return {buffer, std::to_chars(buffer, buffer + sizeof buffer, static_cast<long long>(number)).ptr};
    }
    // The shortest digits, d[.ddd]e±xx, laid out without an exponent.
    char buffer[64];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, std::fabs(number), std::chars_format::scientific).ptr;
    const std::string_view written(buffer, static_cast<std::size_t>(end - buffer));
    const auto at = written.find('e');
    std::string digits;
    for (const char c : written.substr(0, at)) {
        if (c != '.') digits += c;
    }
    int exponent = 0;
    const std::size_t sign = written[at + 1] == '+' ? 2 : 1;
    std::from_chars(buffer + at + sign, end, exponent);
    const int size = static_cast<int>(digits.size());
    std::string out = number < 0 ? "-" : "";
    if (exponent < 0) return out + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    if (exponent + 1 >= size) return out + digits + std::string(static_cast<std::size_t>(exponent + 1 - size), '0');
    const auto point = static_cast<std::size_t>(exponent + 1);
    return out + digits.substr(0, point) + "." + digits.substr(point);
}

bool booleanOf(const Value& value) {
    switch (value.kind) {
        case Value::Kind::boolean:
        case Value::Kind::number:
            return value.number != 0 && !std::isnan(value.number);
        case Value::Kind::text:
            return !value.text.empty();
        case Value::Kind::nodes:
            return !value.nodes.empty();
        case Value::Kind::date:
        case Value::Kind::dateTime:
        case Value::Kind::time:
            return true;
    }
    return false;
}

double numberOf(const Value& value, int zone) {
    switch (value.kind) {
        case Value::Kind::boolean:
        case Value::Kind::number:
        case Value::Kind::date:
        case Value::Kind::dateTime:
        case Value::Kind::time:
            return value.number;
        case Value::Kind::text:
            return numberOf(value.text, zone);
        case Value::Kind::nodes:
            break;
    }
    return kNaN;
}

std::string textOf(const Value& value) {
    switch (value.kind) {
        case Value::Kind::boolean:
            return value.number != 0 ? "true" : "false";
        case Value::Kind::number:
            return textOf(value.number);
        case Value::Kind::text:
        case Value::Kind::date:
        case Value::Kind::dateTime:
        case Value::Kind::time:
            return value.text;
        case Value::Kind::nodes:
            break;
    }
    return {};
}

std::pair<double, double> comparable(const Value& left, const Value& right, int zone) {
    const auto midnight = [zone](const Value& date, const Value& dateTime) {
        // In whole milliseconds, as the moment beside it was counted.
        return (date.number * kMillisADay - offsetMinutes(dateTime, zone) * 60'000.0) / kMillisADay;
    };
    double first = numberOf(left, zone), second = numberOf(right, zone);
    if (left.kind == Value::Kind::date && right.kind == Value::Kind::dateTime) first = midnight(left, right);
    if (left.kind == Value::Kind::dateTime && right.kind == Value::Kind::date) second = midnight(right, left);
    return {first, second};
}

std::string describe(const Value& value) {
    switch (value.kind) {
        case Value::Kind::boolean:
            return "boolean " + textOf(value);
        case Value::Kind::number:
            return "number " + textOf(value);
        case Value::Kind::text:
            return "string \"" + value.text + "\"";
        case Value::Kind::nodes:
            return "nodes " + std::to_string(value.nodes.size());
        case Value::Kind::date:
            return "date " + value.text;
        case Value::Kind::dateTime:
            return "dateTime " + value.text;
        case Value::Kind::time:
            return "time " + value.text;
    }
    return {};
}

}  // namespace plumb::form::xpath
