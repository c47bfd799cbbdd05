#include "shared/checklist/expression/functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "shared/checklist/civil_date.h"
#include "shared/checklist/nearest.h"

namespace plumb::checklist {
namespace {

constexpr std::size_t kAny = 1024;
constexpr std::size_t kMaxText = 65'536;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

constexpr std::array kFunctions{
    Signature{"if", Function::ifThenElse, 3, 3},
    Signature{"coalesce", Function::coalesce, 1, kAny},
    Signature{"boolean", Function::boolean, 1, 1},
    Signature{"number", Function::number, 1, 1},
    Signature{"string", Function::string, 1, 1},
    Signature{"date", Function::date, 1, 1},
    Signature{"today", Function::today, 0, 0},
    Signature{"true", Function::truth, 0, 0},
    Signature{"false", Function::falsehood, 0, 0},
    Signature{"not", Function::negation, 1, 1},
    Signature{"concat", Function::concat, 0, kAny},
    Signature{"contains", Function::contains, 2, 2},
    Signature{"starts-with", Function::startsWith, 2, 2},
    Signature{"ends-with", Function::endsWith, 2, 2},
    Signature{"substr", Function::substr, 2, 3},
    Signature{"string-length", Function::stringLength, 1, 1},
    Signature{"normalize-space", Function::normalizeSpace, 1, 1},
    Signature{"selected", Function::selected, 2, 2},
    Signature{"count-selected", Function::countSelected, 1, 1},
    Signature{"selected-at", Function::selectedAt, 2, 2},
    Signature{"round", Function::round, 1, 2},
    Signature{"int", Function::integer, 1, 1},
    Signature{"floor", Function::floor, 1, 1},
    Signature{"ceiling", Function::ceiling, 1, 1},
    Signature{"abs", Function::absolute, 1, 1},
    Signature{"min", Function::min, 1, kAny},
    Signature{"max", Function::max, 1, kAny},
    Signature{"sum", Function::sum, 1, kAny},
    Signature{"count-non-empty", Function::countNonEmpty, 1, kAny},
};

bool continuesCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

Value bounded(std::string text) {
    if (text.size() > kMaxText) {
        std::size_t cut = kMaxText;
        while (cut > 0 && continuesCharacter(text[cut])) --cut;
        text.resize(cut);
    }
    return Value::ofText(std::move(text));
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> out;
    constexpr std::string_view kSpace = " \t\r\n";
    for (std::size_t at = text.find_first_not_of(kSpace); at != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(kSpace, at), text.size());
        out.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(kSpace, end);
    }
    return out;
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !continuesCharacter(c); }));
}

// substr(text, from[, to]): characters counted from 0, negative ones from the end, as ODK has it.
std::string substr(const std::string& text, double from, double to) {
    const auto size = static_cast<double>(length(text));
    const auto place = [&](double at) { return std::clamp(std::trunc(at < 0 ? size + at : at), 0.0, size); };
    if (std::isnan(from) || std::isnan(to)) return {};
    const auto first = static_cast<std::size_t>(place(from)), last = static_cast<std::size_t>(place(to));
    std::string out;
    std::size_t character = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && !continuesCharacter(text[i])) ++character;
        if (character >= first && character < last) out += text[i];
    }
    return out;
}

// XPath's round: the nearest integer, halves upward; with digits, that of the decimal shifted.
double roundHalfUp(double value, double digits) {
    if (!std::isfinite(value) || std::isnan(digits)) return std::isnan(digits) ? kNaN : value;
    double power = 1;
    for (int i = 0; i < static_cast<int>(std::min(std::fabs(std::trunc(digits)), 15.0)); ++i) power *= 10;
    const double moved = digits < 0 ? value / power : value * power;
    if (std::fabs(moved) >= 4503599627370496.0) return value;  // 2⁵²: no fraction left
    const double rounded = std::floor(moved + 0.5);
    return digits < 0 ? rounded * power : rounded / power;
}

Value toDate(const Value& value) {
    if (value.kind == Value::Kind::date) return value;
    if (value.kind == Value::Kind::text) {
        if (const auto days = parseDate(value.text)) return Value::ofDate(static_cast<double>(*days));
        return Value::ofText({});
    }
    return std::isfinite(value.number) ? Value::ofDate(std::floor(value.number)) : Value::ofText({});
}

template <class Fold>
Value folded(std::span<const Value> arguments, Fold fold) {
    double out = arguments[0].toNumber();
    for (const auto& argument : arguments.subspan(1)) {
        const double next = argument.toNumber();
        out = std::isnan(out) || std::isnan(next) ? kNaN : fold(out, next);
    }
    return Value::ofNumber(out);
}

}  // namespace

const Signature* findFunction(std::string_view name) {
    const auto found =
        std::find_if(kFunctions.begin(), kFunctions.end(), [&](const Signature& one) { return one.name == name; });
    return found == kFunctions.end() ? nullptr : &*found;
}

std::string_view nearestFunction(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& one : kFunctions) names.push_back(one.name);
    return nearest(name, names);
}

Value call(Function function, std::span<const Value> a, std::optional<std::int64_t> today) {
    switch (function) {
        case Function::none:
        case Function::ifThenElse:
        case Function::coalesce:
            break;
        case Function::boolean:
            return Value::ofBoolean(a[0].toBoolean());
        case Function::number:
            return Value::ofNumber(a[0].toNumber());
        case Function::string:
            return Value::ofText(a[0].toText());
        case Function::date:
            return toDate(a[0]);
        case Function::today:
            return today ? Value::ofDate(static_cast<double>(*today)) : Value::ofText({});
        case Function::truth:
            return Value::ofBoolean(true);
        case Function::falsehood:
            return Value::ofBoolean(false);
        case Function::negation:
            return Value::ofBoolean(!a[0].toBoolean());
        case Function::concat: {
            std::string out;
            for (const auto& one : a) {
                out += one.toText();
                if (out.size() > kMaxText) break;
            }
            return bounded(std::move(out));
        }
        case Function::contains:
            return Value::ofBoolean(a[0].toText().find(a[1].toText()) != std::string::npos);
        case Function::startsWith:
            return Value::ofBoolean(a[0].toText().starts_with(a[1].toText()));
        case Function::endsWith:
            return Value::ofBoolean(a[0].toText().ends_with(a[1].toText()));
        case Function::substr:
            return Value::ofText(
                substr(a[0].toText(), a[1].toNumber(), a.size() > 2 ? a[2].toNumber() : static_cast<double>(kMaxText)));
        case Function::stringLength:
            return Value::ofNumber(static_cast<double>(length(a[0].toText())));
        case Function::normalizeSpace: {
            std::string out;
            const std::string text = a[0].toText();
            for (const auto word : words(text)) out.append(out.empty() ? "" : " ").append(word);
            return Value::ofText(std::move(out));
        }
        case Function::selected: {
            const std::string list = a[0].toText(), name = a[1].toText();
            const auto chosen = words(list);
            return Value::ofBoolean(std::find(chosen.begin(), chosen.end(), std::string_view(name)) != chosen.end());
        }
        case Function::countSelected:
            return Value::ofNumber(static_cast<double>(words(a[0].toText()).size()));
        case Function::selectedAt: {
            const std::string list = a[0].toText();
            const auto chosen = words(list);
            const double at = std::trunc(a[1].toNumber());
            return Value::ofText(at >= 0 && at < static_cast<double>(chosen.size())
                                     ? std::string(chosen[static_cast<std::size_t>(at)])
                                     : "");
        }
        case Function::round:
            return Value::ofNumber(roundHalfUp(a[0].toNumber(), a.size() > 1 ? a[1].toNumber() : 0));
        case Function::integer:
            return Value::ofNumber(std::trunc(a[0].toNumber()));
        case Function::floor:
            return Value::ofNumber(std::floor(a[0].toNumber()));
        case Function::ceiling:
            return Value::ofNumber(std::ceil(a[0].toNumber()));
        case Function::absolute:
            return Value::ofNumber(std::fabs(a[0].toNumber()));
        case Function::min:
            return folded(a, [](double x, double y) { return std::min(x, y); });
        case Function::max:
            return folded(a, [](double x, double y) { return std::max(x, y); });
        case Function::sum:
            return folded(a, [](double x, double y) { return x + y; });
        case Function::countNonEmpty:
            return Value::ofNumber(static_cast<double>(
                std::count_if(a.begin(), a.end(), [](const Value& one) { return !one.toText().empty(); })));
    }
    return Value::ofText({});
}

}  // namespace plumb::checklist
