#include "shared/form/xlsx/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <vector>

#include "shared/form/xlsx/tuning.h"

namespace plumb::form {
namespace {

// A digit, a point … or a text that stands as it is.
struct Part {
    char kind = 't';  // '0' '#' '?' digits, '.', '%', 'E' power of ten, 't' text
    std::string text;
};

struct Section {
    std::vector<Part> parts;
    bool grouped = false, hasDigits = false, isOther = false;  // other: General, text, fraction
    int thousands = 0, percents = 0;
};

std::vector<std::string_view> sectionsOf(std::string_view code) {
    std::vector<std::string_view> all;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (code[i] == '\\') {
            ++i;
        } else if (code[i] == '[') {
            i = std::min(code.find(']', i), code.size());
        } else if (code[i] == ';') {
            all.push_back(code.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    all.push_back(code.substr(std::min(begin, code.size())));
    return all;
}

bool isDigit(char c) {
    return c == '0' || c == '#' || c == '?';
}

Section parse(std::string_view code) {
    Section out;
    const auto text = [&](std::string_view words) {
        if (!out.parts.empty() && out.parts.back().kind == 't') {
            out.parts.back().text += words;
        } else {
            out.parts.push_back({'t', std::string(words)});
        }
    };
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') {
            const auto end = std::min(code.find('"', i + 1), code.size());
            text(code.substr(i + 1, end - i - 1));
            i = end;
        } else if (c == '\\' || c == '!') {
            if (++i < code.size()) text(code.substr(i, 1));
        } else if (c == '_') {  // as wide as the next character
            ++i;
            text(" ");
        } else if (c == '*') {
            ++i;
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, end - i - 1);
            if (inside.starts_with('$')) text(inside.substr(1, std::min(inside.find('-'), inside.size()) - 1));
            i = end;
        } else if (isDigit(c)) {
            out.parts.push_back({c, {}});
            out.hasDigits = true;
        } else if (c == ',' && out.hasDigits) {
            const auto next = code.find_first_not_of(',', i);
            if (next != std::string_view::npos && isDigit(code[next])) {
                out.grouped = true;
            } else {
                ++out.thousands;
            }
        } else if (c == '.') {
            out.parts.push_back({'.', {}});
        } else if (c == '%') {
            out.parts.push_back({'%', {}});
            ++out.percents;
        } else if ((c == 'E' || c == 'e') && i + 1 < code.size() && (code[i + 1] == '+' || code[i + 1] == '-')) {
            out.parts.push_back({'E', std::string(1, code[++i])});
        } else if (c == '/' || c == '@' || code.substr(i, 7) == "General" || code.substr(i, 7) == "GENERAL") {
            out.isOther = true;
            return out;
        } else {
            text(code.substr(i, 1));
        }
    }
    return out;
}

// Digits of a number that is not negative, rounded half up at so many decimals: "1.005", 2 → "1.01".
std::string rounded(const std::string& plain, int decimals) {
    const auto point = plain.find('.');
    std::string whole = plain.substr(0, point);
    std::string rest = point == std::string::npos ? std::string() : plain.substr(point + 1);
    const auto wanted = static_cast<std::size_t>(decimals);
    const bool up = rest.size() > wanted && rest[wanted] >= '5';
    rest.resize(wanted, '0');
    std::string digits = whole + rest;
    if (up) {
        std::size_t at = digits.size();
        while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
        if (at > 0) {
            ++digits[at - 1];
        } else {
            digits.insert(digits.begin(), '1');
        }
    }
    whole = digits.substr(0, digits.size() - wanted);
    return decimals == 0 ? whole : whole + "." + digits.substr(digits.size() - wanted);
}

std::string write(double value, const Section& section) {
    const auto power = std::ranges::find(section.parts, 'E', &Part::kind);
    const auto point = std::find_if(section.parts.begin(), power, [](const Part& one) { return one.kind == '.'; });
    const auto isPlace = [](const Part& one) { return isDigit(one.kind); };
    const auto wholePlaces = static_cast<int>(std::count_if(section.parts.begin(), point, isPlace));
    const int decimals =
        std::min(kMostDecimals, static_cast<int>(point == power ? 0 : std::count_if(point, power, isPlace)));
    for (int i = 0; i < section.percents; ++i) value *= 100;
    for (int i = 0; i < section.thousands; ++i) value /= 1000;
    int exponent = 0;
    if (power != section.parts.end() && value != 0) {
        exponent = static_cast<int>(std::floor(std::log10(value))) - std::max(0, wholePlaces - 1);
        value /= std::pow(10.0, exponent);
    }
    const std::string number = rounded(plainNumber(value), decimals);
    const std::string digits = number.substr(0, number.find('.'));
    std::string whole = digits == "0" ? std::string() : digits;
    std::string rest = decimals == 0 ? std::string() : number.substr(digits.size() + 1);
    // Zeros that a # does not ask for.
    if (point != power) {
        std::vector<char> places;
        for (auto at = point; at != power; ++at) {
            if (isPlace(*at)) places.push_back(at->kind);
        }
        while (!rest.empty() && rest.back() == '0' && rest.size() <= places.size() && places[rest.size() - 1] == '#')
            rest.pop_back();
    }
    // The whole part, from its last place to its first; the first takes all that is left.
    std::string out;
    int left = wholePlaces;
    std::size_t used = 0;
    const auto digitsFor = [&](char kind) {
        const auto places = static_cast<std::size_t>(left--);
        const bool first = static_cast<int>(places) == wholePlaces;
        std::string made;
        const auto give = [&](char digit, std::size_t behind) {
            made += digit;
            if (section.grouped && behind > 0 && behind % 3 == 0) made += ',';
        };
        if (first) {
            while (whole.size() - used > places) {
                const char digit = whole[used++];
                give(digit, whole.size() - used);
            }
        }
        if (whole.size() - used == places && places > 0) {
            const char digit = whole[used++];
            give(digit, places - 1);
        } else if (kind == '0') {
            give('0', places - 1);
        } else if (kind == '?') {
            made += ' ';
        }
        return made;
    };
    bool afterPoint = false;
    std::size_t decimal = 0;
    for (auto at = section.parts.begin(); at != section.parts.end(); ++at) {
        if (at->kind == 't') {
            out += at->text;
        } else if (at->kind == '%') {
            out += '%';
        } else if (at->kind == 'E') {
            std::array<char, 16> shown{};
            const auto places = static_cast<int>(std::count_if(at, section.parts.end(), isPlace));
            std::snprintf(shown.data(), shown.size(), "%0*d", std::min(places, 8), std::abs(exponent));
            out += std::string("E") + (exponent < 0 ? "-" : at->text == "+" ? "+" : "") + shown.data();
            for (++at; at != section.parts.end(); ++at) {
                if (at->kind == 't') out += at->text;
            }
            break;
        } else if (at->kind == '.') {
            if (wholePlaces == 0) out += whole;
            afterPoint = true;
            out += '.';
        } else if (!afterPoint) {
            out += digitsFor(at->kind);
        } else if (decimal < rest.size()) {
            out += rest[decimal++];
        } else if (at->kind == '?') {
            out += ' ';
        }
    }
    return out;
}

}  // namespace

std::string plainNumber(double value) {
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), "%.15g", value);
    double shown = value;
    const std::string_view rounded(text.data());
    std::from_chars(rounded.data(), rounded.data() + rounded.size(), shown);
    const auto end = std::to_chars(text.data(), text.data() + text.size(), shown, std::chars_format::fixed).ptr;
    return std::string(text.data(), end);
}

std::string_view codeOfBuiltIn(unsigned id) {
    switch (id) {
        case 1:
            return "0";
        case 2:
            return "0.00";
        case 3:
            return "#,##0";
        case 4:
            return "#,##0.00";
        case 9:
            return "0%";
        case 10:
            return "0.00%";
        case 11:
            return "0.00E+00";
        case 37:
        case 38:
            return "#,##0;(#,##0)";
        case 39:
        case 40:
            return "#,##0.00;(#,##0.00)";
        case 48:
            return "##0.0E+0";
        default:
            return "General";
    }
}

std::string formatNumber(double value, std::string_view code) {
    if (code.size() > kLongestCode || !std::isfinite(value) || std::abs(value) >= 1e15) return plainNumber(value);
    const auto sections = sectionsOf(code);
    // Sections with conditions ([>100]) are of people who draw, not of people who write.
    if (std::ranges::any_of(sections, [](std::string_view one) {
            return one.find("[<") != std::string_view::npos || one.find("[>") != std::string_view::npos ||
                   one.find("[=") != std::string_view::npos;
        }))
        return plainNumber(value);
    std::size_t which = 0;
    if (value < 0 && sections.size() > 1) which = 1;
    if (value == 0 && sections.size() > 2) which = 2;
    const Section section = parse(sections[which]);
    if (section.isOther) return plainNumber(value);
    if (!section.hasDigits) {
        std::string words;
        for (const Part& one : section.parts) words += one.text;
        // A format that hides the number: the number is what there is.
        return words.find_first_not_of(' ') == std::string::npos ? plainNumber(value) : words;
    }
    std::string out = write(std::abs(value), section);
    const bool shows = out.find_first_of("123456789") != std::string::npos;
    if (value < 0 && which == 0 && shows) out.insert(out.begin(), '-');
    out.erase(0, std::min(out.find_first_not_of(' '), out.size()));
    out.erase(out.find_last_not_of(' ') + 1);
    return out.empty() ? plainNumber(value) : out;
}

}  // namespace plumb::form
