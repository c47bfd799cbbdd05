// What may be tuned where lines are taken in, with the reason for each value.
#pragma once

#include <chrono>
#include <cstddef>

namespace plumb::server {

// A group is bounded so that one transaction stays a matter of milliseconds and its pages fit into memory.
inline constexpr std::size_t kMaxGroupLines = 4000;
inline constexpr std::size_t kMaxGroupBytes = 32 * 1024 * 1024;

// How long a group waits for pushes whose lines are being verified: less than a commit takes, since that is what it
// spares.
inline constexpr std::chrono::milliseconds kPatience{1};

// Lines that one thread of the pool takes at once: some milliseconds of verifying, so that a small push gets its turn.
inline constexpr std::size_t kSliceLines = 16;

// Of a log that is made again: lines that are read ahead at once, and how many of these chunks make one transaction.
// The larger it is, the less often a page of the indexes over hashes is written; all of its pages lie in memory until
// then.
inline constexpr std::size_t kChunkLines = 1000;
inline constexpr std::size_t kChunkBytes = 8 * 1024 * 1024;
inline constexpr std::size_t kPartChunks = 50;

// Authors whose chains are kept in memory: every device of a province; beyond it the map starts anew.
inline constexpr std::size_t kMaxChains = 100'000;

// Lines with the next number that are read when a gap is filled: a fork has two or three, a hostile author any number.
inline constexpr std::size_t kMaxFollowers = 8;

// A line signed this much after its arrival is said to be odd ("clock"): a day covers every wrong time zone.
inline constexpr std::chrono::hours kOddBy{24};

// After a log was opened again, for so long enrolments that were lost with it may come back although their invitations
// have ended meanwhile: the time that a tablet may be without a network.
inline constexpr std::chrono::hours kRefillTime{90 * 24};

// Where several front ends serve one log. How often the sequencer shows that it is awake, and how long the others wait
// for it: six times as long, so that a slow commit is no reason to change roles.
inline constexpr std::chrono::milliseconds kTurnPace{500}, kTurnLapse{3000};
// How often a front end that is not the sequencer looks for new lines when nobody asks it to.
inline constexpr std::chrono::milliseconds kFollowPace{50};
// How long a call waits until its front end knows all that the log holds, before it is told to come again.
inline constexpr std::chrono::milliseconds kCatchUpTime{4000};
// How often a writer whose database went away looks for it.
inline constexpr std::chrono::milliseconds kMendPace{1000};
// How long a push waits for a sequencer while there is none, and how often it looks. Each holds a worker meanwhile.
inline constexpr std::chrono::milliseconds kHandOverTime{2000}, kHandOverPace{50};

// A server that was switched off for a year comes up without help; a clock that is off by years does not get into a
// checkpoint.
inline constexpr std::chrono::hours kClockBound{400 * 24};
// A clock may be set back by so much after an operator has called it right.
inline constexpr std::chrono::minutes kClockSlack{5};

}  // namespace plumb::server
