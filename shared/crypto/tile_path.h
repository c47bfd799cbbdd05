// How a log's tiles are named, C2SP tlog-tiles: "<L>/<N>" for the hashes of level 8·L from N·256 on, 256 of them, or
// "<L>/<N>.p/<W>" for the W < 256 that there are at the right edge; "entries/<N>[.p/<W>]" for the entries themselves. N
// is written in groups of three digits, all but the last with an 'x': 1234067 is "x001/x234/067". Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace plumb::crypto {

inline constexpr int kTileHeight = 8;
inline constexpr unsigned kTileWidth = 1u << kTileHeight;

struct TileId {
    int level = 0;
    std::uint64_t index = 0;
    unsigned width = kTileWidth;
    friend bool operator==(const TileId&, const TileId&) = default;
};

// What stands after "tile/". notFound "tile_unknown": one tile has one name, and levels that no log of 2^63 entries has
// name none.
Result<TileId> parseTilePath(std::string_view path);
// What stands after "tile/entries/", as the place of the tile of level 0 that holds the hashes of these entries.
Result<TileId> parseEntriesPath(std::string_view path);

// Inverse of parseTilePath, and of parseEntriesPath.
std::string formatTilePath(const TileId& tile);
std::string formatEntriesPath(const TileId& tile);

}  // namespace plumb::crypto
