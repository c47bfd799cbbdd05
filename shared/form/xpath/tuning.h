// How large expressions may be and how much one evaluation may do, each with its reason: whatever a form from anywhere
// asks for ends in an error and not in a frozen tablet.
#pragma once

#include <cstddef>

namespace plumb::form::xpath {

// Bytes of one expression, and how deep its parts may stand in each other: the stack of any thread holds so many.
inline constexpr std::size_t kMaxSource = 256 * 1024;
inline constexpr int kMaxNesting = 200;

// Nodes that one evaluation may look at, and all together that one asks for through texts: a hostile //*[//*[//*]] ends
// here.
inline constexpr std::size_t kMaxWork = 4'000'000, kMaxWorkOfAll = 20'000'000;
// A label in a label in a label: no author writes more, and the stack of any thread holds so many.
inline constexpr std::size_t kMaxTextDepth = 64, kMaxNestingOfAll = 600;
// What one evaluation counts beyond the nodes that it looks at: two and a half thousand texts in one.
inline constexpr std::size_t kOwnWork = 8'000;

// Bytes of a text that a function puts together: expressions nested in expressions cannot fill the memory.
inline constexpr std::size_t kMaxText = 1u << 20;
// Patterns of regex() that are kept compiled, and the bytes of one.
inline constexpr std::size_t kKeptPatterns = 64, kMaxPattern = 16 * 1024;
// Pairs of nodes from which on two sets are compared without looking at each.
inline constexpr std::size_t kManyPairs = 100'000;

}  // namespace plumb::form::xpath
