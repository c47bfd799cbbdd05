// What may be tuned in taking lists away, with the reason for each value.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace plumb::server {

// What is sent at once: two hundred rows of an inspection with its answers; the network's thread is woken that seldom.
inline constexpr std::size_t kExportPiece = 256 * 1024;
// So many rows are made, at most, before a caller is looked for who went away, and her rights are asked for again.
inline constexpr std::size_t kExportRows = 1'000;
// How long a list is sent while it is made: fifty thousand rows with their answers. Who has not taken it all by then is
// sent the rest from a file, and the snapshot goes.
inline constexpr std::chrono::milliseconds kExportPatience{3'000};
// Rows that are read by one statement.
inline constexpr std::size_t kExportPage = 500;
// Each costs a worker's time and a workbook's file on the disk; who comes later is told to come back.
inline constexpr unsigned kMostExports = 4;
// How often it is looked whether a workbook's rows found room on the disk.
inline constexpr std::uint32_t kDiskCheckRows = 10'000;
// Sites are remembered so that an inspection needs no second line; a site has some 200 bytes.
inline constexpr std::size_t kSitesRemembered = 4'096;

}  // namespace plumb::server
