#include "shared/base/text_difference.h"

#include <algorithm>
#include <cstdint>

#include "shared/base/characters.h"

namespace plumb {
namespace {

constexpr std::size_t kMostCompared = 1000;

std::vector<std::string_view> charactersOf(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < text.size();) {
        const auto size = characterAt(text, i).size;
        out.push_back(text.substr(i, size));
        i += size;
    }
    return out;
}

void put(std::vector<TextRun>& out, TextRun::In in, std::string_view character) {
    if (out.empty() || out.back().in != in) out.push_back({in, {}});
    out.back().text += character;
}

}  // namespace

std::vector<TextRun> textDifference(std::string_view first, std::string_view second) {
    const auto a = charactersOf(first), b = charactersOf(second);
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0, tail = 0;
    while (head < shorter && a[head] == b[head]) ++head;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    const std::size_t rows = a.size() - head - tail, columns = b.size() - head - tail;

    std::vector<TextRun> out;
    for (std::size_t i = 0; i < head; ++i) put(out, TextRun::In::both, a[i]);
    // Of the two middles, the length of what they have in common from (i, j) on.
    const bool looked = rows <= kMostCompared && columns <= kMostCompared;
    std::vector<std::uint16_t> common(looked ? (rows + 1) * (columns + 1) : 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return common[i * (columns + 1) + j]; };
    for (std::size_t i = looked ? rows : 0; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            at(i, j) = a[head + i] == b[head + j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                                  : std::max(at(i + 1, j), at(i, j + 1));
    std::size_t i = 0, j = 0;
    std::string onlyFirst, onlySecond;
    const auto flush = [&] {
        if (!onlyFirst.empty()) put(out, TextRun::In::first, onlyFirst);
        if (!onlySecond.empty()) put(out, TextRun::In::second, onlySecond);
        onlyFirst.clear();
        onlySecond.clear();
    };
    while (i < rows || j < columns) {
        if (looked && i < rows && j < columns && a[head + i] == b[head + j]) {
            flush();
            put(out, TextRun::In::both, a[head + i]);
            ++i, ++j;
        } else if (i < rows && (j == columns || !looked || at(i + 1, j) >= at(i, j + 1))) {
            onlyFirst += a[head + i++];
        } else {
            onlySecond += b[head + j++];
        }
    }
    flush();
    for (std::size_t k = a.size() - tail; k < a.size(); ++k) put(out, TextRun::In::both, a[k]);
    return out;
}

}  // namespace plumb
