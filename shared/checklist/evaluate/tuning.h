// What a filled checklist may hold and what of it is shown, each with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace plumb::checklist {

// Answers and groups of all instances together: what a record can state is far less.
inline constexpr std::size_t kMostAnswers = 200'000;
// Bytes of what many instances say one after the other: only the beginning is shown anywhere.
inline constexpr std::size_t kMostGathered = 200;
// How often something occurred: what is counted or deducted more often changes no score that has room for it.
inline constexpr std::int64_t kMostOccurrences = 1'000'000;
// Of the form engine's chance. The same on tablet and server; random order of choices changes no score.
inline constexpr std::uint64_t kFormSeed = 1;

}  // namespace plumb::checklist
