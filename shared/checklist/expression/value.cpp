#include "shared/checklist/expression/value.h"

#include <charconv>
#include <cmath>
#include <limits>

#include "shared/checklist/civil_date.h"

namespace plumb::checklist {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double dateNumber(std::string_view text) {
    const auto days = parseDate(text);
    return days ? static_cast<double>(*days) : kNaN;
}

// The two sides as numbers, where text opposite a date is read as a date.
std::pair<double, double> numbers(const Value& left, const Value& right) {
    const auto one = [](const Value& value, const Value& opposite) {
        const bool asDate = value.kind == Value::Kind::text && opposite.kind == Value::Kind::date;
        return asDate ? dateNumber(value.text) : value.toNumber();
    };
    return {one(left, right), one(right, left)};
}

}  // namespace

double numberOf(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return kNaN;
    text = text.substr(first, text.find_last_not_of(kSpace) - first + 1);
    bool digit = false, point = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '-' && i == 0) continue;
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            digit = true;
        } else {
            return kNaN;
        }
    }
    if (!digit) return kNaN;
    double out = kNaN;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), out, std::chars_format::fixed);
    if (result.ec == std::errc::result_out_of_range) {
        // Hundreds of digits: too large, or too small to be told from zero.
        const bool negative = text.front() == '-';
        const auto significant = text.find_first_not_of("-0");
        const bool large = significant != std::string_view::npos && text[significant] != '.';
        const double magnitude = large ? std::numeric_limits<double>::infinity() : 0.0;
        return negative ? -magnitude : magnitude;
    }
    return out;
}

std::string textOf(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
    if (number == 0) return "0";
    char buffer[1200];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
    return std::string(buffer, result.ptr);
}

bool Value::toBoolean() const {
    switch (kind) {
        case Kind::boolean:
            return number != 0;
        case Kind::number:
            return number != 0 && !std::isnan(number);
        case Kind::text:
            return !text.empty();
        case Kind::date:
            return true;
    }
    return false;
}

double Value::toNumber() const {
    return kind == Kind::text ? numberOf(text) : number;
}

std::string Value::toText() const {
    switch (kind) {
        case Kind::boolean:
            return number != 0 ? "true" : "false";
        case Kind::number:
            return textOf(number);
        case Kind::text:
            return text;
        case Kind::date: {
            const double day = std::floor(number);
            return std::fabs(day) < 4e6 ? dateText(static_cast<std::int64_t>(day)) : std::string();
        }
    }
    return {};
}

bool equals(const Value& left, const Value& right) {
    using Kind = Value::Kind;
    if (left.kind == Kind::boolean || right.kind == Kind::boolean) return left.toBoolean() == right.toBoolean();
    if (left.kind == Kind::text && right.kind == Kind::text) return left.text == right.text;
    const auto [a, b] = numbers(left, right);
    return a == b;
}

bool lessThan(const Value& left, const Value& right) {
    const auto [a, b] = numbers(left, right);
    return a < b;
}

bool lessOrEqual(const Value& left, const Value& right) {
    const auto [a, b] = numbers(left, right);
    return a <= b;
}

}  // namespace plumb::checklist
