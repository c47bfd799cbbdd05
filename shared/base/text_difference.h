// Where two short texts differ, character by character: what they have in common in order (a longest common
// subsequence of Unicode characters), and between that what stands in one alone. For names, which people compare by
// eye. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb {

struct TextRun {
    enum class In { both, first, second };
    In in = In::both;
    std::string text = {};

    friend bool operator==(const TextRun&, const TextRun&) = default;
};

// Neighbours are of different kinds; what stands in the first alone comes before what stands in the second alone.
// Beyond 1,000 characters of either, what begins and ends alike is common and the rest is not looked into. Bytes that
// are no UTF-8 count as one character each.
std::vector<TextRun> textDifference(std::string_view first, std::string_view second);

}  // namespace plumb
