// The tree as C2SP tlog-tiles hash tiles of height 8 (crypto/tile_path.h has their names): tile (L, N) holds the hashes
// of level 8·L from N·256 on, 256 of them, or W < 256 at the right edge.
#pragma once

#include "shared/crypto/tile_path.h"
#include "sync-server/store/store.h"

namespace plumb::server {

using crypto::parseTilePath;
using crypto::TileId;

// The tile's bytes; not found "tile_unknown" where the log of `size` lines has not so many hashes there.
Result<std::string> tileBytes(const TileId& tile, std::uint64_t size, const crypto::NodeReader& nodes);

// Of a tile of level 0 whether the log of `size` lines has so many entries there. The same refusal.
Result<void> haveEntries(const TileId& place, std::uint64_t size);
// One entry as an entry bundle holds it: its length in two bytes, big end first, and the line. unsupported
// "entry_too_long" where two bytes do not tell the length.
Result<void> addToBundle(std::string& bundle, std::string_view line);

}  // namespace plumb::server
