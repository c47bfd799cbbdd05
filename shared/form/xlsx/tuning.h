// How large the parts of a workbook may be, each with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace plumb::form {

// What a sheet has at most, by the format itself.
inline constexpr std::size_t kMaxRows = 1'048'576, kMaxColumns = 16'384;
// Shared texts and merged cells: what Excel writes of the largest books that people keep.
inline constexpr std::size_t kMaxTexts = 1'000'000, kMaxMerged = 20'000;
// Bytes of a part below which a good ratio of packing is no attack.
inline constexpr std::uint64_t kSmallUnpacked = 1024 * 1024;
// Characters of a number's format and its decimals: what nobody writes beyond these and an attacker would.
inline constexpr std::size_t kLongestCode = 255;
inline constexpr int kMostDecimals = 30;
// Columns that are written, in characters: narrow ones can still be read, wide ones leave room for their neighbours.
inline constexpr std::size_t kNarrow = 8, kWide = 60;

}  // namespace plumb::form
