// What of a paper's text no line end may part: a sign of comparison and its figure ("≥ 7"), a figure and its unit
// ("14.5 °C", "0.012 mm"), and a unit of two ("mg/kg"). Pure; any thread.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace plumb::document {

// Byte ranges [from, to) of `text` (UTF-8), each of whole characters, by where they begin; those that touch are one.
std::vector<std::pair<std::size_t, std::size_t>> keptTogether(std::string_view text);

}  // namespace plumb::document
