#include "shared/store/derived/words.h"

#include <algorithm>
#include <cstring>

#include "shared/base/pinyin_initials.h"
#include "shared/store/derived/found_text.h"

namespace plumb::store {

std::vector<std::string> wordsOf(std::string_view query) {
    std::vector<std::string> out;
    const std::string text = lowered(query);
    for (std::size_t at = text.find_first_not_of(' '); at != std::string::npos; at = text.find_first_not_of(' ', at)) {
        const auto end = std::min(text.find(' ', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end;
    }
    return out;
}

bool holds(std::string_view text, std::string_view word) {
    return memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

bool textHolds(std::string_view text, std::string_view word) {
    // Most names have no letters to bring into lower case, and no copy is made of those. Without a way out of the loop
    // the compiler asks many bytes at a time.
    bool asIs = true;
    for (const char c : text) asIs &= c < 'A' || c > 'Z';
    return asIs ? holds(text, word) : holds(lowered(text), word);
}

bool nameHolds(std::string_view name, std::string_view word) {
    return textHolds(name, word) || holdsInitials(name, word);
}

bool isHex(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace plumb::store
