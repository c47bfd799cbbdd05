// A map as the MBTiles specification 1.3 packs it: an SQLite file with raster tiles (PNG, JPEG or WebP) of Web
// Mercator. It is the person's own file, opened where it lies (on a stick, say) and only read; nothing of it is trusted
// to be what it says. One object per thread.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/domain/geodesy.h"

namespace plumb::store {

struct MapFacts {
    std::string name, attribution, version;  // as the file says; "" where it does not
    int minZoom = 0, maxZoom = 0;            // of the tiles that are there
    domain::GeoPoint southWest{-85, -180}, northEast{85, 180};
    std::uint64_t bytes = 0;    // of the file
    std::int64_t modified = 0;  // seconds since 1970: when the file was written
};

class Mbtiles {
  public:
    // notFound "map_missing"; malformed "map_no_sqlite" (it is none, or damaged), "map_no_tiles" (it has no such table
    // or nothing in it), "map_vector" (its tiles are no pictures), "map_tile" (they are not what the file says),
    // "map_bounds" (levels or bounds that are no such thing).
    static Result<std::unique_ptr<Mbtiles>> open(const std::filesystem::path& file);

    [[nodiscard]] const MapFacts& facts() const { return m_facts; }
    // By the numbering of the web (row 0 in the north). notFound "no_tile" where there is none; malformed "map_tile"
    // where it is no picture or larger than kMaxTileBytes; "map_lost" where the file cannot be read any more.
    Result<Bytes> tile(int zoom, int column, int row);

    static constexpr std::size_t kMaxTileBytes = 4u << 20;

  private:
    explicit Mbtiles(const std::string& uri);
    Result<void> read(const std::filesystem::path& file);

    SQLite::Database m_file;
    std::optional<SQLite::Statement> m_tile;
    MapFacts m_facts;
};

}  // namespace plumb::store
