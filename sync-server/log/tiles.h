// The tree as C2SP tlog-tiles hash tiles of height 8: tile (L, N) holds the hashes of level 8·L from N·256 on, 256 of
// them, or W < 256 at the right edge ("<L>/<N>.p/<W>"). N is written in groups of three digits, all but the last with
// an 'x'.
#pragma once

#include <string_view>

#include "sync-server/store/store.h"

namespace plumb::server {

struct TileId {
    int level = 0;
    std::uint64_t index = 0;
    unsigned width = 256;
    friend bool operator==(const TileId&, const TileId&) = default;
};

// `path` is what stands after /log/tile/.
Result<TileId> parseTilePath(std::string_view path);

// The tile's bytes; not found where the log of `size` lines has not so many hashes there.
Result<std::string> tileBytes(const TileId& tile, std::uint64_t size, const crypto::NodeReader& nodes);

}  // namespace plumb::server
