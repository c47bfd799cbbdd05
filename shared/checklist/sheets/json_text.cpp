#include "shared/checklist/sheets/json_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace plumb::checklist {
namespace {

constexpr std::size_t kWidth = 140;

std::size_t shownWidth(std::string_view text) {
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        width += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xE0 ? 2 : 1;  // Chinese characters are twice as wide
    }
    return width;
}

std::string quoted(std::string_view text) {
    return json::serialize(json::string(text));
}

void write(std::string& out, const json::value& value, bool sorted, std::string_view comma, std::string_view colon) {
    if (value.is_object()) {
        std::vector<const json::key_value_pair*> members;
        for (const auto& member : value.get_object()) members.push_back(&member);
        if (sorted) std::ranges::sort(members, {}, [](const auto* one) { return std::string_view(one->key()); });
        out += '{';
        for (const auto* member : members) {
            if (out.back() != '{') out += comma;
            out.append(quoted(member->key())).append(colon);
            write(out, member->value(), sorted, comma, colon);
        }
        out += '}';
    } else if (value.is_array()) {
        out += '[';
        bool first = true;
        for (const auto& one : value.get_array()) {
            if (!first) out += comma;
            first = false;
            write(out, one, sorted, comma, colon);
        }
        out += ']';
    } else {
        out += value.is_number() ? numberText(value) : json::serialize(value);
    }
}

void writeLines(std::string& out, const json::value& value, std::size_t depth, std::size_t before) {
    std::string line;
    write(line, value, false, ", ", ": ");
    const bool whole = !value.is_structured() || shownWidth(line) + before + 2 * depth <= kWidth;
    if (whole || (value.is_object() && value.get_object().empty()) || (value.is_array() && value.get_array().empty())) {
        out += line;
        return;
    }
    const std::string indent(2 * (depth + 1), ' ');
    const char open = value.is_object() ? '{' : '[', close = value.is_object() ? '}' : ']';
    out += open;
    bool first = true;
    const auto next = [&] {
        out += first ? "\n" : ",\n";
        first = false;
        out += indent;
    };
    if (value.is_object()) {
        for (const auto& member : value.get_object()) {
            next();
            const std::string name = quoted(member.key()) + ": ";
            out += name;
            writeLines(out, member.value(), depth + 1, name.size());
        }
    } else {
        for (const auto& one : value.get_array()) {
            next();
            writeLines(out, one, depth + 1, 0);
        }
    }
    out.append("\n").append(2 * depth, ' ') += close;
}

}  // namespace

std::string numberText(const json::value& number) {
    if (number.is_int64()) return std::to_string(number.get_int64());
    if (number.is_uint64()) return std::to_string(number.get_uint64());
    const double value = number.get_double();
    constexpr double kMostWhole = 1e15;
    if (std::trunc(value) == value && std::abs(value) < kMostWhole)
        return std::to_string(static_cast<std::int64_t>(value));
    char digits[400];
    const auto form =
        std::abs(value) >= 1e-7 && std::abs(value) < 1e21 ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(digits, digits + sizeof digits, value, form);
    return {digits, end.ptr};
}

std::string canonicalJson(const json::value& value) {
    std::string out;
    write(out, value, true, ",", ":");
    return out;
}

std::string readableJson(const json::value& value) {
    std::string out;
    writeLines(out, value, 0, 0);
    return out + "\n";
}

std::string firstDifference(const json::value& one, const json::value& other) {
    const auto within = [](std::string step, const json::value& a, const json::value& b) {
        const std::string rest = firstDifference(a, b);
        return rest.empty() ? step : step + (rest[0] == '[' ? "" : ".") + rest;
    };
    if (one.is_object() && other.is_object()) {
        for (const auto& member : one.get_object()) {
            const auto* same = other.get_object().if_contains(member.key());
            if (!same) return std::string(member.key());
            if (canonicalJson(member.value()) != canonicalJson(*same))
                return within(std::string(member.key()), member.value(), *same);
        }
        for (const auto& member : other.get_object()) {
            if (!one.get_object().contains(member.key())) return std::string(member.key());
        }
    } else if (one.is_array() && other.is_array()) {
        const auto& a = one.get_array();
        const auto& b = other.get_array();
        for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
            const std::string step = "[" + std::to_string(i) + "]";
            if (i >= a.size() || i >= b.size()) return step;
            if (canonicalJson(a[i]) != canonicalJson(b[i])) return within(step, a[i], b[i]);
        }
    }
    return {};
}

}  // namespace plumb::checklist
