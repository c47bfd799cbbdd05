// The name that a mistyped one most probably meant, for "did you mean" in refusals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::checklist {

// The nearest of `known` by edit distance, "" when none is within a third of the length of `name` (at least one edit).
std::string_view nearest(std::string_view name, const std::vector<std::string_view>& known);

// "; did you mean \"x\"?" or "".
std::string didYouMean(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace plumb::checklist
