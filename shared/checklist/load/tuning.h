// How large a document may be, each with its reason. More is a mistake or an attack: a tablet opens what is within
// these in a second.
#pragma once

#include <cstddef>
#include <cstdint>

namespace plumb::checklist {

// Larger documents are refused unread.
inline constexpr std::size_t kMaxDocumentBytes = 8 * 1024 * 1024;
// How deep its JSON may nest: nothing that a document says goes beyond twenty.
inline constexpr std::size_t kMostNestedJson = 64;
// So many problems are listed: who has more begins anew.
inline constexpr std::size_t kMostProblems = 200;
// Bytes of one text, and of the name of a choice, which answers repeat.
inline constexpr std::size_t kMaxDocumentText = 8192, kMaxChoiceName = 255;

// Choices are those of all questions together: each has a list of its own.
inline constexpr std::size_t kMostQuestions = 10'000, kMostChoices = 100'000;
// Groups and repeats in each other.
inline constexpr std::size_t kMostNestedQuestions = 16;
// Samples of one measure, and reasons of one deduction: a table that people fill in on a screen.
inline constexpr std::size_t kMostSamples = 64, kMostReasons = 32;
inline constexpr std::size_t kMostCliffDecimals = 6;
// Photos that one item may ask for, and days that a finding may give to rectify: ten years.
inline constexpr int kMostPhotosPerItem = 50, kMostDaysToRectify = 3650;
// Members of a panel that scores.
inline constexpr int kMostScorers = 99;
// What the condition of a grade may count.
inline constexpr int kMostItems = 100'000;

// Weights have at most six decimals and sections lie at most three deep, so that their products stay inside 128 bits.
inline constexpr int kWeightDecimals = 6;
inline constexpr std::int64_t kWhole = 1'000'000;
inline constexpr std::size_t kMostDepth = 3;

}  // namespace plumb::checklist
