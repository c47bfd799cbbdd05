// Characters of UTF-8 as functions count them: code points. A stray byte counts as one. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace plumb::form::xpath {

inline bool beginsCharacter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

inline std::size_t countCharacters(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += beginsCharacter(byte);
    return count;
}

// Characters [first, last) of a text.
inline std::string_view characters(std::string_view text, std::size_t first, std::size_t last) {
    std::size_t index = 0, from = text.size(), to = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!beginsCharacter(text[i])) continue;
        if (index == first) from = i;
        if (index == last) {
            to = i;
            break;
        }
        ++index;
    }
    return from < to ? text.substr(from, to - from) : std::string_view();
}

}  // namespace plumb::form::xpath
