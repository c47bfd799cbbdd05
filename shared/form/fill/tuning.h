// What one filled form may hold and how long it may compute, each with its reason.
#pragma once

#include <cstddef>

namespace plumb::form {

// Of one repeat, made by people: more are made by a computed count only.
inline constexpr std::size_t kMaxRepeatsByHand = 10'000;
// What a filled form holds at most where its keeper says nothing else: of one repeat; and of all nodes, so that counted
// repeats in counted repeats end before the memory does.
inline constexpr std::size_t kMostRepeats = 100'000, kMostNodes = 400'000;

// Steps of one settling, far beyond any form that settles: one that does not is stopped, and says so.
inline constexpr std::size_t kStepsPerNode = 64, kLeastSteps = 100'000;
// So many nodes that are looked at count as one step more; a text that is asked for on the way (evaluate.cpp) as two.
inline constexpr std::size_t kWorkPerStep = 4'000;
// How often one answer may make the same number of repeats grow: a count may ask how many there are already.
inline constexpr int kMostGrowths = 1'000;
// Actions that set each other off: more in a row go round in a circle.
inline constexpr int kMostActionDepth = 100;

// Bytes of one label, hint or message with its outputs filled in: no screen shows more.
inline constexpr std::size_t kMaxWords = 64 * 1024;

}  // namespace plumb::form
