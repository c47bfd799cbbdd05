// How long the app waits in syncing, with the reason for each value.
#pragma once

#include <chrono>
#include <cstddef>

namespace plumb::mobile {

// Long enough that an idle tablet asks about once a minute, short enough for the proxies on the way (they cut at 60 s).
inline constexpr std::chrono::seconds kNewsWait{45};
// Between tries without a network, doubling: nobody waits five minutes for a link that came back.
inline constexpr std::chrono::seconds kFirstPause{5};
inline constexpr std::chrono::seconds kLongestPause{300};
// Files that were acknowledged and did not arrive are tried again, seldom: each try costs their bytes.
inline constexpr std::chrono::seconds kFirstFileRetry{45};
inline constexpr std::chrono::seconds kLongestFileRetry{3600};
// A call is ended again where the first ending came a moment before the call began.
inline constexpr std::chrono::milliseconds kNudge{250};
// What the sync page shows follows a change this much later: one drawing for many changes.
inline constexpr std::chrono::milliseconds kSettle{300};
// The longer side of the picture that stays where an original was let go of: enough to know it again.
inline constexpr int kKeptSide = 640;
// Below this a check is not begun without a word: forty photos of 4 MB, twice.
inline constexpr long long kLowBytes = 320LL << 20;
// Of lines that are not believed so many are named; beyond that their number tells enough.
inline constexpr std::size_t kDoubtsShown = 5;

}  // namespace plumb::mobile
