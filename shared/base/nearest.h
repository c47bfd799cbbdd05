// The word that a person probably meant: for suggestions in messages.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace plumb {

// The nearest of `words` within a third of its length (Damerau–Levenshtein, capital letters as small ones); "" when
// none is near.
std::string nearest(std::string_view word, std::span<const std::string> words);
// "did you mean 'name'?", or "".
std::string didYouMean(std::string_view word, std::span<const std::string> words);

}  // namespace plumb
