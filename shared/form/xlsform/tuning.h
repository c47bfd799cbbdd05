// How large an XLSForm may be and how much of it is shown in messages, each with its reason.
#pragma once

#include <cstddef>

namespace plumb::form {

// So many problems and notes are listed: who has more begins anew.
inline constexpr std::size_t kMostSheetProblems = 200, kMostSheetNotes = 200;
// Characters of a cell that a message repeats.
inline constexpr std::size_t kShownText = 60;

// Merged cells that lie over one another are an attack.
inline constexpr std::size_t kMostMergedRows = 2'000'000;
// So far down the names of columns are looked for: titles stand above them.
inline constexpr std::size_t kTitleRows = 20;
// Groups, repeats and loops that stand open at once.
inline constexpr std::size_t kMostOpen = 100;
// Rows that loops come to, and how deep they lie in each other: lists are short and loops are few, more is a mistake or
// an attack.
inline constexpr std::size_t kMostLoopRows = 12'000, kMostLoopDepth = 16;
// Choices of one list that stand in the question itself; longer lists become an instance.
inline constexpr std::size_t kMostInline = 200;

}  // namespace plumb::form
