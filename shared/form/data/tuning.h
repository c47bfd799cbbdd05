// How large lists of choices may be and in which pieces they are read, each with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace plumb::form {

// A file is never read whole; its rows are, and an index of them.
inline constexpr std::uint64_t kMaxCsvBytes = 1024ull * 1024 * 1024;
inline constexpr std::size_t kMaxCsvRowBytes = 1024 * 1024;
// What one look at a row reads; what nearly all headers fit into; what a pass over the file reads at once.
inline constexpr std::size_t kRowBlock = 4 * 1024, kHeaderBlock = 64 * 1024, kScanBlock = 256 * 1024;

// A file in another encoding is converted in such blocks, and the copy stands in memory: lists of half a million
// villages have 30 MB.
inline constexpr std::size_t kConvertBlock = 1024 * 1024;
inline constexpr std::uint64_t kMostConverted = 256ull * 1024 * 1024;

}  // namespace plumb::form
