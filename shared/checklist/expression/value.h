// A value of an expression and its conversions, as XPath 1.0 §3.4, 4.2–4.4 say; a date is ODK's addition: days since
// 1970-01-01 where a number is wanted, YYYY-MM-DD where text is.
#pragma once

#include <string>
#include <string_view>

namespace plumb::checklist {

struct Value {
    enum class Kind { boolean, number, text, date };

    Kind kind = Kind::text;
    double number = 0;  // of numbers; days of dates; 0 or 1 of booleans
    std::string text;   // of texts

    static Value ofBoolean(bool value) { return {Kind::boolean, value ? 1.0 : 0.0, {}}; }
    static Value ofNumber(double value) { return {Kind::number, value, {}}; }
    static Value ofText(std::string value) { return {Kind::text, 0, std::move(value)}; }
    static Value ofDate(double days) { return {Kind::date, days, {}}; }

    [[nodiscard]] bool toBoolean() const;
    [[nodiscard]] double toNumber() const;  // NaN where there is none
    [[nodiscard]] std::string toText() const;
};

// XPath's Number production with white space around it and an optional minus; anything else, and "", is NaN.
double numberOf(std::string_view text);

// XPath's string(number): no exponent, shortest text that reads back to the same number; "NaN", "Infinity",
// "-Infinity".
std::string textOf(double number);

// = and < as XPath 1.0 §3.4 compares; a date against text that is a date compares as dates.
bool equals(const Value& left, const Value& right);
bool lessThan(const Value& left, const Value& right);
bool lessOrEqual(const Value& left, const Value& right);

}  // namespace plumb::checklist
