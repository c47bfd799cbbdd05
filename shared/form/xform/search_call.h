// Two older ways to say where choices come from, turned into what a choice filter says today.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plumb::form {

struct SearchCall {
    std::string file;   // "fruits": the attached fruits.csv
    std::string nodes;  // "instance('fruits')/root/item[…]"
};

// An appearance that holds search('file'), search('file', 'contains', 'columns', text) or the same with a filter column
// and its text (matches, contains, startswith, endswith). Nothing where it holds none; `nodes` is empty where its
// arguments are none of these.
std::optional<SearchCall> searchCall(std::string_view appearance);

// Whether a choice of a question with search() stands there itself: one whose value is a whole number does, as in ODK
// Collect. The first of the others names the columns of the file.
bool isChoiceBesideSearch(std::string_view value);

// The arguments of a call: what stands between its parentheses, split at the commas of its own level.
std::optional<std::pair<std::string, std::string>> splitRandomize(std::string_view nodeset);

}  // namespace plumb::form
