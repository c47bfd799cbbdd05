// What may be tuned in HTTP beside the limits and deadlines that an operator sets (services.h, deadlines.h), with the
// reason for each value.
#pragma once

#include <chrono>
#include <cstddef>

namespace plumb::server {

inline constexpr std::size_t kReadPiece = 32 * 1024;   // of a request: two TLS records
inline constexpr std::size_t kFilePiece = 256 * 1024;  // of a file that is sent

// Memory of all bodies that come without a token, while they are read: a thousand at once at their limit.
inline constexpr std::size_t kOpenBodies = 16 * 1024 * 1024;
// What a byte of a body may become when it is read as lines and JSON: an array of numbers needs 24 bytes for two.
inline constexpr std::size_t kParsedFactor = 12;
// How often what was freed is given back to the system.
inline constexpr std::chrono::seconds kTrim{15};

// How much of a refused body is still read, so that the refusal reaches its sender before the connection ends.
inline constexpr std::size_t kLinger = 1024 * 1024;
inline constexpr std::size_t kLingerPiece = 4 * 1024;
inline constexpr std::chrono::seconds kLingerTime{2};
// A handler that works, or a long poll that waits, is not late.
inline constexpr std::chrono::hours kHandlerTime{1};

inline constexpr std::chrono::milliseconds kAcceptPause{100};  // where not even a newcomer can be turned away
inline constexpr std::chrono::milliseconds kRound{500};        // how often deadlines are looked at
inline constexpr std::chrono::minutes kSweep{30};              // how often old uploads are removed

// Calls from one front end to another. What stands around handed lines or a handed call; the most that is answered (the
// page of a list); and how long the sequencer may take: a commit to a database that changes its leader takes seconds.
inline constexpr std::size_t kHandedFrames = 256 * 1024;
inline constexpr std::size_t kMostHandedAnswer = 8 * 1024 * 1024;
inline constexpr std::chrono::seconds kHandedTime{30};
// After how many seconds a caller is asked to come again where something is away for a moment.
inline constexpr const char* kRetryAfter = "2";

// Content codings: what pays is measured on our records; below kWorthwhile the head costs more than is saved.
inline constexpr std::size_t kCodingPiece = 64 * 1024;
inline constexpr int kGzipLevel = 5;
inline constexpr int kZstdLevel = 3;
// A frame may ask for at most 8 MiB of window, whatever its header says.
inline constexpr int kZstdWindowLog = 23;
inline constexpr std::size_t kWorthwhile = 512;
// Answers up to this size are compressed by a context that the thread keeps: some 200 KB of memory for each.
inline constexpr std::size_t kKeptCoding = 16 * 1024;

}  // namespace plumb::server
