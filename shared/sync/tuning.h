// What may be tuned in syncing, with the reason for each value.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace plumb::sync {

// A batch is small enough that a 2G link finishes it, large enough that the server commits seldom.
inline constexpr std::size_t kBatchLines = 100;
inline constexpr std::size_t kBatchBytes = 1 << 20;

// Lines asked for at once: some three megabytes, written in one transaction.
inline constexpr std::size_t kFeedLines = 500;

// A thread is worth starting for so many lines: their signatures take it some milliseconds.
inline constexpr std::size_t kLinesAThread = 64;

// A file goes in pieces of this size; a piece that broke off is resumed to the byte.
inline constexpr std::uint64_t kUploadPiece = 1 << 20;
// Of the path at which an upload goes on; ours have 60.
inline constexpr std::size_t kMostLocationBytes = 256;
// Texts up to this size go together, coded as one; on a link that breaks a batch begins anew, so that the next one is
// half as large, down to what goes by itself.
inline constexpr std::uint64_t kSmallFile = 128 * 1024;
inline constexpr std::uint64_t kSmallFilesTogether = 256 * 1024;
inline constexpr std::uint64_t kLeastTogether = 16 * 1024;
// So long each goes by itself after what went together was acknowledged and did not arrive.
inline constexpr std::chrono::hours kAloneFor{7 * 24};
// Lines, and small files, which have more in common and are worth some milliseconds more.
inline constexpr int kCodingLevel = 6, kSmallFilesCodingLevel = 19;
// So often a file is tried within one run; the next run tries again.
inline constexpr int kMaxFileTries = 3;
// About so many files the server is asked again at each run, which is some ten kilobytes.
inline constexpr std::size_t kAskAgain = 256;

// And about so many where it is asked whether there is anything new: their question takes six bytes each, and a sync
// with nothing new 600 in all.
inline constexpr std::size_t kAskQuietly = 48;
// A question longer than this is worth coding.
inline constexpr std::size_t kWorthCoding = 512;

// Pages of what the feed once left out that are fetched again within one run; the next run goes on.
inline constexpr int kMostPagesAgain = 8;

// No server keeps a device waiting longer than this, whatever its Retry-After says.
inline constexpr std::chrono::seconds kLongestRetryAfter{3600};

// How long the signed assertion for a token is good: the server takes no more than 60 s.
inline constexpr std::chrono::seconds kAssertionLife{50};
// A difference of clocks below this is left to the server's own tolerance.
inline constexpr std::chrono::seconds kClockSlack{5};

}  // namespace plumb::sync
