// What may be tuned in asking witnesses, with the reason for each value.
#pragma once

#include <chrono>
#include <cstddef>

namespace plumb::server {

// How often the log's head is looked at: a round a second is as fresh as anybody who reads checkpoints from outside
// needs it, and all that witnesses are asked for while the log grows.
inline constexpr std::chrono::milliseconds kWitnessRound{1'000};
// A call as a whole, and until it is connected. So long a witness that hangs holds the round that it is in, once in
// each wait below.
inline constexpr std::chrono::milliseconds kWitnessDeadline{8'000}, kWitnessConnect{3'000};
// The first wait after a failure; each further one is twice as long, up to the cap.
inline constexpr std::chrono::milliseconds kWitnessFirstWait{5'000}, kWitnessLongestWait{600'000};
// A head that does not change is cosigned again after so long, since a cosignature also says when it was made.
inline constexpr std::chrono::minutes kCosignAgain{60};
// While the log grows, outsiders are given the newest checkpoint that witnesses cosigned, unless it is older than this:
// witnesses that are all silent hold back nothing for longer.
inline constexpr std::chrono::seconds kShowCosigned{60};
// Witnesses of one log: each is one line of the note and one call a round.
inline constexpr std::size_t kMostWitnesses = 32;
// Signature lines of one witness: it may have several keys; ours is one of them.
inline constexpr std::size_t kMostWitnessAnswer = 16 * 1024;

}  // namespace plumb::server
