// What may be tuned in telling receivers of new lines, with the reason for each value.
#pragma once

#include <chrono>
#include <cstddef>

namespace plumb::server {

// Receivers that a server takes: each reads the index of every line once.
inline constexpr std::size_t kMostHooks = 50;
// Records of one message: some 25 KB, which any receiver reads at once.
inline constexpr std::size_t kMostHookRecords = 100;
// Rows of the index that are looked at in one go, and how far a receiver that none of them concerns may be ahead of
// what is written down: so many are looked at again after a restart.
inline constexpr std::size_t kHookRowsLookedAt = 10'000;
// How often the log's head is looked at. No writer wakes anybody for a receiver; half a second is soon enough.
inline constexpr std::chrono::milliseconds kHookGlance{500};
// One slow receiver holds one of them for a call's time.
inline constexpr unsigned kHookThreads = 3;

// A call as a whole, and until it is connected: whoever needs longer takes it in first and works afterwards.
inline constexpr std::chrono::milliseconds kHookDeadline{15'000}, kHookConnect{5'000};
// Of an answer nobody reads more than its status.
inline constexpr std::size_t kMostHookAnswer = 64 * 1024, kMostHookHeaders = 16 * 1024;

// The first wait after a failure; each further one is twice as long, up to the cap, give or take a fifth, so that
// receivers which failed together do not come back together.
inline constexpr std::chrono::milliseconds kHookFirstWait{5'000}, kHookLongestWait{3'600'000};
// A receiver that took nothing for so long is told to nobody any more; an administrator sees why and sets it going.
inline constexpr std::chrono::hours kHookPatience{7 * 24};
// A secret that was replaced signs beside the new one for so long: its receiver may be changed over without a gap.
inline constexpr std::chrono::hours kOldSecretLife{24};
inline constexpr std::size_t kHookSecretBytes = 32;

}  // namespace plumb::server
