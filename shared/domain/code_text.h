// What the parsers of codes share: ASCII only, independent of any locale. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace plumb::domain {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}

std::string upperCase(std::string_view text);

// How many bytes of a blank begin `text`: ASCII blanks, the no-break space and the ideographic space; 0 for none.
std::size_t blankAt(std::string_view text);
// Without the blanks at both ends.
std::string_view trimmed(std::string_view text);

// At most 40 bytes of it, cut between characters, for a sentence that quotes what was given.
std::string shortened(std::string_view text);

}  // namespace plumb::domain
