#include "shared/form/definition/canonical.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "shared/form/data/iso_time.h"
#include "shared/form/definition/tuning.h"
#include "shared/form/xpath/value.h"

namespace plumb::form {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

tl::unexpected<Error> bad(const char* code, std::string_view text, const char* wanted) {
    return fail(ErrorKind::malformed, code, "\"" + std::string(text.substr(0, 80)) + "\" is not " + wanted);
}

// Digits as `pattern` has '0', other characters as they are; gives how much of `text` it covers, 0 where it does not.
std::size_t covers(std::string_view text, std::string_view pattern) {
    if (text.size() < pattern.size()) return 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '0' ? !isDigit(text[i]) : text[i] != pattern[i]) return 0;
    }
    return pattern.size();
}

int numberAt(std::string_view text, std::size_t at, std::size_t length) {
    int number = 0;
    for (std::size_t i = 0; i < length; ++i) number = number * 10 + (text[at + i] - '0');
    return number;
}

bool isDate(std::string_view text) {
    if (covers(text, "0000-00-00") == 0 || text.size() != 10) return false;
    const auto date = std::chrono::year(numberAt(text, 0, 4)) / numberAt(text, 5, 2) / numberAt(text, 8, 2);
    return date.ok();
}

// HH:MM[:SS[.fff]][Z|±HH[:MM]]
bool isTime(std::string_view text) {
    auto at = covers(text, "00:00");
    if (at == 0 || numberAt(text, 0, 2) > 24 || numberAt(text, 3, 2) > 59) return false;
    if (covers(text.substr(at), ":00") != 0) {
        if (numberAt(text, at + 1, 2) > 60) return false;
        at += 3;
        if (at < text.size() && text[at] == '.') {
            const auto begin = ++at;
            while (at < text.size() && isDigit(text[at])) ++at;
            if (at == begin) return false;
        }
    }
    const auto zone = text.substr(at);
    if (zone.empty() || zone == "Z") return true;
    if (zone[0] != '+' && zone[0] != '-') return false;
    const auto offset = zone.substr(1);
    return offset.size() == 2 ? covers(offset, "00") != 0
                              : (offset.size() == 5 && covers(offset, "00:00") != 0) ||
                                    (offset.size() == 4 && covers(offset, "0000") != 0);
}

// "latitude longitude [altitude [accuracy]]"
bool isPoint(std::string_view text) {
    double parts[4] = {};
    std::size_t count = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) {
            if (count == 4) return false;
            parts[count] = xpath::numberOf(text.substr(0, end));
            if (std::isnan(parts[count])) return false;
            ++count;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return count >= 2 && std::abs(parts[0]) <= 90 && std::abs(parts[1]) <= 180;
}

bool isPoints(std::string_view text, std::size_t least) {
    std::size_t count = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        const auto one = trimmed(text.substr(0, end));
        if (!one.empty() && !isPoint(one)) return false;
        if (!one.empty()) ++count;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return count >= least;
}

// The fraction of "10.1" is dropped, as ODK's clients do; the bounds are those of XML Schema's int.
Result<std::string> integer(std::string_view text) {
    const bool minus = text.starts_with('-');
    const auto number = text.substr(minus || text.starts_with('+') ? 1 : 0);
    auto digits = number.substr(0, number.find('.'));
    const auto fraction = number.substr(std::min(digits.size() + 1, number.size()));
    if ((digits.empty() && fraction.empty()) || !std::all_of(digits.begin(), digits.end(), isDigit) ||
        !std::all_of(fraction.begin(), fraction.end(), isDigit))
        return bad("bad_integer", text, "a whole number");
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    const std::string_view most = minus ? "2147483648" : "2147483647";
    if (digits.size() > most.size() || (digits.size() == most.size() && digits > most))
        return bad("bad_integer", text, "a whole number from -2147483648 to 2147483647");
    if (digits.empty()) return std::string("0");
    return (minus ? "-" : "") + std::string(digits);
}

}  // namespace

Result<std::string> canonicalText(DataType type, std::string_view text) {
    if (text.size() > kMaxAnswerText)
        return fail(ErrorKind::malformed, "bad_text",
                    "an answer has at most " + std::to_string(kMaxAnswerText) + " bytes, this one " +
                        std::to_string(text.size()));
    const auto value = trimmed(text);
    if (value.empty() && type != DataType::string) return std::string();
    switch (type) {
        case DataType::integer:
            return integer(value);
        case DataType::decimal: {
            const auto number = xpath::numberOf(value);
            // A day counts as a number where one is reckoned with, but is none.
            const bool plain =
                value.substr(value.starts_with('-') ? 1 : 0).find_first_not_of(".0123456789") == std::string_view::npos;
            if (std::isnan(number) || std::isinf(number) || !plain) return bad("bad_decimal", value, "a number");
            return std::string(value);
        }
        case DataType::boolean:
            if (value == "true" || value == "false" || value == "1" || value == "0") return std::string(value);
            return bad("bad_boolean", value, "true or false");
        case DataType::date:
            // An instant where a date is wanted: its day.
            if (value.size() > 11 && value[10] == 'T' && isDate(value.substr(0, 10)) && isTime(value.substr(11)))
                return std::string(value.substr(0, 10));
            if (!isDate(value)) return bad("bad_date", value, "a date such as 2026-11-22");
            return std::string(value);
        case DataType::time:
            if (!isTime(value)) return bad("bad_time", value, "a time such as 08:30");
            return std::string(value);
        case DataType::dateTime:
            if (value.size() < 12 || value[10] != 'T' || !isDate(value.substr(0, 10)) || !isTime(value.substr(11))) {
                if (isDate(value)) return std::string(value);
                return bad("bad_date_time", value, "a time such as 2026-11-22T08:30:00.000+08:00");
            }
            return std::string(value);
        case DataType::geopoint:
            if (!isPoint(value))
                return bad("bad_geopoint", value, "a position: latitude, longitude, altitude, accuracy");
            return std::string(value);
        case DataType::geotrace:
            if (!isPoints(value, 2)) return bad("bad_geotrace", value, "a line of at least two positions");
            return std::string(value);
        case DataType::geoshape:
            if (!isPoints(value, 3)) return bad("bad_geoshape", value, "an area of at least three positions");
            return std::string(value);
        case DataType::choice:
        case DataType::choices:
        case DataType::barcode:
        case DataType::binary:
            return std::string(value);
        case DataType::string:
        case DataType::container:
            break;
    }
    return std::string(text);
}

std::string withOffset(DataType type, std::string text, int zone) {
    if (type != DataType::dateTime || text.size() < 12) return text;
    const auto time = xpath::parseIsoTime(text);
    if (!time || !time->hasTime || time->offset) return text;
    return text + xpath::isoOffset(zone);
}

Result<std::string> typedText(DataType type, std::string text) {
    const auto value = trimmed(text);
    switch (type) {
        case DataType::boolean:
            // As JavaRosa has it: any number but 0 is true.
            if (const double number = xpath::numberOf(value); std::isfinite(number) && value != "0" && value != "1")
                return std::string(number != 0 ? "true" : "false");
            break;
        case DataType::time:
            // An instant where a time of day is wanted: its time.
            if (value.size() > 11 && value[10] == 'T' && isDate(value.substr(0, 10)) && isTime(value.substr(11)))
                return std::string(value.substr(11));
            break;
        case DataType::geotrace:
        case DataType::geoshape:
            // One that was begun only.
            if (isPoints(value, 1)) return std::string(value);
            break;
        case DataType::string:
        case DataType::container:
        case DataType::choice:
        case DataType::choices:
        case DataType::barcode:
        case DataType::binary:
            return text;
        case DataType::integer:
        case DataType::decimal:
        case DataType::date:
        case DataType::dateTime:
        case DataType::geopoint:
            break;
    }
    return canonicalText(type, value);
}

}  // namespace plumb::form
