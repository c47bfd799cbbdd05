// The words of a search. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::store {

// In lower case (ASCII).
std::vector<std::string> wordsOf(std::string_view query);

bool holds(std::string_view text, std::string_view word);
// The same in whatever case the text is. `word` is in lower case.
bool textHolds(std::string_view text, std::string_view word);
// Whether a name holds the word, or it is initials of it in pinyin. `word` is in lower case.
bool nameHolds(std::string_view name, std::string_view word);

bool isHex(std::string_view word);

}  // namespace plumb::store
