#include "sync-server/log/tiles.h"

namespace plumb::server {
namespace {

constexpr std::size_t kMostEntryBytes = 65'535;

Result<void> have(const TileId& tile, std::uint64_t size) {
    const std::uint64_t available = size >> (crypto::kTileHeight * tile.level);
    const std::uint64_t first = tile.index * crypto::kTileWidth;
    if (first + tile.width > available) return fail(ErrorKind::notFound, "tile_unknown", "the log is not so large yet");
    return {};
}

}  // namespace

Result<std::string> tileBytes(const TileId& tile, std::uint64_t size, const crypto::NodeReader& nodes) {
    if (const auto there = have(tile, size); !there) return fail(there.error());
    std::string out;
    out.reserve(std::size_t{tile.width} * 32);
    for (unsigned i = 0; i < tile.width; ++i)
        out.append(asText(nodes({crypto::kTileHeight * tile.level, tile.index * crypto::kTileWidth + i}).view()));
    return out;
}

Result<void> haveEntries(const TileId& place, std::uint64_t size) {
    return have(place, size);
}

Result<void> addToBundle(std::string& bundle, std::string_view line) {
    if (line.size() > kMostEntryBytes)
        return fail(ErrorKind::unsupported, "entry_too_long",
                    "a line there is longer than an entry bundle can hold (65,535 bytes); take the lines from "
                    "/v1/records");
    bundle.push_back(static_cast<char>(line.size() >> 8));
    bundle.push_back(static_cast<char>(line.size() & 0xff));
    bundle.append(line);
    return {};
}

}  // namespace plumb::server
