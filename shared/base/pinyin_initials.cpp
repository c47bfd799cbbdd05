#include "shared/base/pinyin_initials.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/base/characters.h"

namespace plumb {
namespace {

#include "pinyin_table.inc"

// Of what a query may ask for: bits 0 to 25 are letters, 26 to 35 digits.
std::uint64_t bitOf(char c) {
    if (c >= 'a' && c <= 'z') return 1ULL << (c - 'a');
    if (c >= '0' && c <= '9') return 1ULL << (26 + c - '0');
    return 0;
}

// The character at the front, which is taken off.
char32_t take(std::string_view& text) {
    const auto [code, size] = characterAt(text, 0);
    text.remove_prefix(size);
    return code;
}

std::uint64_t setOf(char32_t character) {
    if (character < 0x80) {
        const char c = static_cast<char>(character);
        return bitOf(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return pinyinInitials(character);
}

}  // namespace

std::uint32_t pinyinInitials(char32_t character) {
    if (character >= kFirst && character <= kLast) return kSets[kSetOf[character - kFirst]];
    const auto* found = std::lower_bound(std::begin(kOthers), std::end(kOthers), character,
                                         [](const auto& entry, char32_t wanted) { return entry.first < wanted; });
    return found != std::end(kOthers) && found->first == character ? kSets[found->second] : 0;
}

bool holdsInitials(std::string_view text, std::string_view letters) {
    if (letters.empty() || letters.size() > 64) return false;
    // One bit for each beginning of `letters` that ends at the character before (the shift-and algorithm), and for each
    // letter and digit the places at which it is asked for.
    std::uint64_t asked[36] = {}, any = 0, open = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto bit = bitOf(letters[i]);
        if (bit == 0) return false;
        asked[__builtin_ctzll(bit)] |= 1ULL << i;
        any |= bit;
    }
    const std::uint64_t whole = 1ULL << (letters.size() - 1);
    while (!text.empty()) {
        const auto set = setOf(take(text));
        if (set == 0) continue;
        std::uint64_t places = 0;
        for (auto left = set & any; left != 0; left &= left - 1) places |= asked[__builtin_ctzll(left)];
        open = ((open << 1) | 1) & places;
        if (open & whole) return true;
    }
    return false;
}

}  // namespace plumb
