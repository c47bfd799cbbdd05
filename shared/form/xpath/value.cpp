#include "shared/form/xpath/value.h"

#include <charconv>
#include <cmath>
#include <limits>

#include "shared/form/data/iso_time.h"

namespace plumb::form::xpath {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

int offsetMinutes(const Value& dateTime, int zone) {
    const auto time = parseIsoTime(dateTime.text);
    return time ? time->offset.value_or(zone) : zone;
}

}  // namespace

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
