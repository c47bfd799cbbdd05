// The one rule by which a count is too small for a rate. A cell of fewer than kFewest tells none; and since whoever
// sees a total and all cells but one has that one too, further cells of the same total, the smallest first, are held
// back until those that are not told are two at least and hold kFewest together. Pure; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace plumb::server {

inline constexpr std::int64_t kFewest = 10;

enum class Shown {
    yes,
    few,     // fewer than kFewest
    beside,  // it would give away one that has fewer
};
// "yes", "few", "beside".
std::string_view shownName(Shown shown);

// Of cells that together make a total which is told. An empty cell is told: there is nothing in it.
std::vector<Shown> guardCells(std::span<const std::int64_t> counts);

}  // namespace plumb::server
