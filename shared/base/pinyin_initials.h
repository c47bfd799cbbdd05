// Chinese names found by the initials of their pinyin: 永昌县 by "ycx", 兰州 by "lz". The table is made by the build
// from Unicode's Unihan database; a character with several readings answers to each. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace plumb {

// The letters with which the readings of a character begin, bit 0 for 'a'; 0 where it has none.
std::uint32_t pinyinInitials(char32_t character);

// Whether `letters` are the initials of characters that follow each other somewhere in `text`. Letters and digits of
// the text stand for themselves; what has no initial (brackets, dots, spaces) is passed over. False unless `letters`
// are lower-case ASCII letters and digits, and at least one.
bool holdsInitials(std::string_view text, std::string_view letters);

}  // namespace plumb
