// What may be tuned in the tablet's store, with the reason for each value. What a format or a law fixes stands where it
// is used.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace plumb::store {

// Wrong PINs. Three are a person's fingers; then the wait doubles from five seconds to 5 s · 2^9 ≈ 43 min, so that a
// year of trying covers a few thousandths of all six-digit PINs.
inline constexpr int kFreeAttempts = 3;
inline constexpr std::chrono::seconds kFirstWait{5};
inline constexpr int kMostDoublings = 9;
// Tries that were cut off before their verdict: an app that crashes three times while it opens is bad luck.
inline constexpr int kFreeUnjudged = 3;
// Counting further changes no wait.
inline constexpr int kMostCounted = 1'000'000;

// A try holds the vault for the time that scrypt takes, about 100 ms; twenty seconds are many tries in a row.
inline constexpr std::chrono::seconds kVaultLockWait{20};
inline constexpr std::chrono::milliseconds kVaultLockPoll{10};

// A refused line is offered again after 1, 2, 4 … runs of sync: soon enough that a server's mistake heals by itself,
// seldom enough that a line which can only be refused costs next to nothing.
inline constexpr std::uint64_t kMostRunsApart = 32;

// A clock that differs by less counts as right: people set clocks by hand, and an answer takes its time on a bad link.
inline constexpr std::chrono::minutes kClockTolerance{2};

// How large a record will be (draft_size.h), before it is composed.
inline constexpr std::size_t kFrameBytes = 2 * 1024;  // header, signature, and the members that every record has
inline constexpr std::size_t kFileBytes = 256;        // a file's entry beside its item's id
inline constexpr std::size_t kScoredBytes = 192;      // an item in the score
// Below this nothing has to be composed to know that it fits, whatever JSON makes of the texts.
inline constexpr std::size_t kSurelyFits = 32 * 1024;
// Kept free for what the person who signs still enters: names, a refusal or a reason of ordinary length, the signature.
inline constexpr std::size_t kSigningBytes = 16 * 1024;

// Of a name or a position; the reasons beside them may be as long as a note.
inline constexpr std::size_t kMaxNameBytes = 1024;

// The longest term that an order is offered with, in days.
inline constexpr int kLongestTerm = 365;

// Pictures. Cameras write less than any of these; beyond them stands something made to cost memory.
// The longer side of the JPEG that is made of a HEIC to be shown: what a screen and an A4 page show of it.
inline constexpr int kShownSide = 2560;
inline constexpr std::size_t kMostPngChunkBytes = 8u << 20;  // of text, profiles and the like
inline constexpr unsigned kMostPngChunks = 1000;
// Some cameras pad a scan by a few bytes. More than that left over means that what was read was not what was written.
inline constexpr int kJpegPaddingBytes = 64;

// The newest records of a site, of all its checklists, that are looked at for the last visit's answers: some years.
inline constexpr std::size_t kVisitsLookedAt = 50;

// Lines that are folded while a person waits for a list, and at a time in the background: some ten milliseconds. A sync
// that brought more is folded in the background, and lists grow with it.
inline constexpr std::size_t kFollowedAtOnce = 200;
inline constexpr std::size_t kFollowedAtATime = 100;
// Lines that were folded before the tables are sealed anew: less takes longer to write than to fold again. At locking
// time nobody waits.
inline constexpr std::size_t kImageAfter = 1000;
inline constexpr std::size_t kImageAtLocking = 100;

// Of the derived tables: some 40 MB for 100,000 records. More is none of ours.
inline constexpr std::uint64_t kMostImageBytes = 1ULL << 30;

// key.json holds a few dates and numbers.
inline constexpr std::size_t kMostKeyFileBytes = 64 * 1024;

}  // namespace plumb::store
