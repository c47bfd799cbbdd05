#include "shared/document/typeset/kept_together.h"

#include <algorithm>
#include <array>

namespace plumb::document {

namespace {

using Range = std::pair<std::size_t, std::size_t>;

constexpr std::array<std::string_view, 8> kSigns{"≤", "≥", "≈", "±", "÷", "<", ">", "="};
constexpr std::array<std::string_view, 17> kUnits{"°C", "℃",  "%",  "‰",  "mm", "cm",  "km", "mg", "kg",
                                                  "mL", "ml", "mu", "ha", "m",  "pts", "g",  "L"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The sign at `at`; "" where there is none.
std::string_view signAt(std::string_view text, std::size_t at) {
    const auto found = std::ranges::find_if(kSigns, [&](auto sign) { return text.substr(at).starts_with(sign); });
    return found == kSigns.end() ? std::string_view() : *found;
}

// The unit at `at`, as a word of its own; "" where there is none.
std::string_view unitAt(std::string_view text, std::size_t at) {
    const auto found = std::ranges::find_if(kUnits, [&](auto unit) {
        const auto rest = text.substr(at);
        return rest.starts_with(unit) && (rest.size() == unit.size() || !isLetter(rest[unit.size()]));
    });
    return found == kUnits.end() ? std::string_view() : *found;
}

}  // namespace

std::vector<Range> keptTogether(std::string_view text) {
    std::vector<Range> out;
    const auto keep = [&](std::size_t from, std::size_t to) {
        if (!out.empty() && from < out.back().second)
            out.back().second = std::max(out.back().second, to);
        else
            out.emplace_back(from, to);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const auto sign = signAt(text, i); !sign.empty()) {
            const auto figure = i + sign.size() + 1;
            if (figure < text.size() && text[figure - 1] == ' ' && isDigit(text[figure])) keep(i, figure + 1);
        } else if (isDigit(text[i]) && i + 2 < text.size() && text[i + 1] == ' ') {
            if (const auto unit = unitAt(text, i + 2); !unit.empty()) keep(i, i + 2 + unit.size());
        } else if (text[i] == '/' && i > 0 && i + 1 < text.size() && isLetter(text[i - 1]) && isLetter(text[i + 1])) {
            std::size_t from = i, to = i + 1;
            while (from > 0 && isLetter(text[from - 1])) --from;
            while (to < text.size() && isLetter(text[to])) ++to;
            // Of two long words one line may hold but the first.
            if (i - from <= 3 && to - i <= 4) keep(from, to);
        }
    }
    return out;
}

}  // namespace plumb::document
