// What may be tuned of small pictures, with the reason for each value.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace plumb::server {

// The longer sides in which pictures are made: a tile of a list on a dense screen, and one that fills a screen.
inline constexpr int kPictureSides[] = {320, 1600};

// An original that is larger is no photo; a JPEG of 48 megapixels has some 25 MB.
inline constexpr std::uint64_t kMostOriginalBytes = std::uint64_t{64} << 20;
// What comes back: 1600 pixels of noise have some 900 KB.
inline constexpr std::size_t kMostSmallBytes = std::size_t{2} << 20;

// Of the process that decodes: 12 megapixels take 60 MB and 0.1 s of a processor, the most that is taken 0.6 GB and
// some seconds.
inline constexpr std::size_t kMakerMemory = std::size_t{768} << 20;
inline constexpr std::chrono::seconds kMakerSeconds{10};
// By the clock on the wall, on a machine that has other things to do.
inline constexpr std::chrono::seconds kMakerPatience{30};
// How it says that there is nothing to be made.
inline constexpr int kNoPictureExit = 3;

// So many wait to be made; who asks for more asks again.
inline constexpr std::size_t kMostAsked = 256;
// One that nobody asked for in this time goes, and is made again when somebody does.
inline constexpr std::chrono::hours kPictureLife{30 * 24};
// That nothing could be made is remembered so long.
inline constexpr std::chrono::hours kNoPictureLife{24};
// All together; beyond it those go that were longest not asked for.
inline constexpr std::uint64_t kMostPictureBytes = std::uint64_t{1} << 30;
inline constexpr std::chrono::hours kPictureSweep{1};

}  // namespace plumb::server
