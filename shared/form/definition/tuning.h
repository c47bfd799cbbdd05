// What a form may define and an answer may hold, each with its reason.
#pragma once

#include <cstddef>

namespace plumb::form {

// Bytes of one answer: far more than anybody types, and a draft of thousands of them still fits into memory.
inline constexpr std::size_t kMaxAnswerText = 64 * 1024;
// Formulas of texts that are shown at more than one node: far more than any form has.
inline constexpr std::size_t kMostElsewhere = 100'000;
// Texts that one expression asks for by name: beyond so many it is said to ask for any.
inline constexpr std::size_t kMostAsked = 100;
// Most formulas read a node or two; a hash pays for those that read more than these.
inline constexpr std::size_t kFewReads = 8;

}  // namespace plumb::form
