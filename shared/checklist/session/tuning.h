// What a session keeps for undoing, each with its reason.
#pragma once

#include <chrono>
#include <cstddef>

namespace plumb::checklist {

// Typing in one field without a longer pause is one step.
inline constexpr std::chrono::seconds kTypingPause{2};
// Steps that can be undone: an afternoon's.
inline constexpr std::size_t kMostUndo = 500;
// Whoever undoes a change of instances gets all of the repeat back: so many answers are kept for that.
inline constexpr std::size_t kMostUndoTexts = 100'000;

}  // namespace plumb::checklist
