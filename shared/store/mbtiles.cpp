#include "shared/store/mbtiles.h"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>

namespace plumb::store {
namespace {

constexpr int kMostZoom = 24;

tl::unexpected<Error> bad(const char* code, const std::string& what) {
    return fail(ErrorKind::malformed, code, what);
}

// As an URI of SQLite: immutable, so that a stick that is mounted read-only will do and no lock is asked for.
std::string uriOf(const std::filesystem::path& file) {
    std::string out = "file:";
    for (const unsigned char c : std::filesystem::absolute(file).string()) {
        static constexpr std::string_view kHex = "0123456789ABCDEF";
        if (std::isalnum(c) || c == '/' || c == '.' || c == '-' || c == '_') {
            out += static_cast<char>(c);
        } else {
            out += '%';
            out += kHex[c >> 4];
            out += kHex[c & 15];
        }
    }
    return out + "?immutable=1";
}

// What a tile's first bytes say that it is; "" for what is no picture.
std::string_view pictureOf(const void* data, int size) {
    const std::string_view head(static_cast<const char*>(data), static_cast<std::size_t>(std::min(size, 12)));
    if (head.starts_with("\x89PNG\r\n\x1a\n")) return "png";
    if (head.starts_with("\xff\xd8\xff")) return "jpg";
    if (head.starts_with("RIFF") && head.size() == 12 && head.substr(8) == "WEBP") return "webp";
    return "";
}

template <class Number>
std::optional<Number> numberIn(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    Number out{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return out;
}

// "west,south,east,north" in degrees.
bool readBounds(std::string_view text, MapFacts& facts) {
    std::array<double, 4> at{};
    for (std::size_t i = 0; i < at.size(); ++i) {
        const auto comma = text.find(',');
        if ((comma == std::string_view::npos) != (i + 1 == at.size())) return false;
        const auto number = numberIn<double>(text.substr(0, comma));
        if (!number || !std::isfinite(*number)) return false;
        at[i] = *number;
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    if (std::abs(at[0]) > 180 || std::abs(at[2]) > 180 || std::abs(at[1]) > 90 || std::abs(at[3]) > 90) return false;
    if (at[0] >= at[2] || at[1] >= at[3]) return false;
    facts.southWest = {at[1], at[0]};
    facts.northEast = {at[3], at[2]};
    return true;
}

}  // namespace

Mbtiles::Mbtiles(const std::string& uri) : m_file(uri, SQLite::OPEN_READONLY | SQLite::OPEN_URI) {}

Result<std::unique_ptr<Mbtiles>> Mbtiles::open(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return fail(ErrorKind::notFound, "map_missing", "there is no file " + file.string());
    try {
        std::unique_ptr<Mbtiles> out(new Mbtiles(uriOf(file)));
        if (auto good = out->read(file); !good) return fail(good.error());
        return out;
    } catch (const SQLite::Exception& problem) {
        const bool noTable = std::string_view(problem.what()).find("no such") != std::string_view::npos;
        if (noTable)
            return bad("map_no_tiles", "the file is a database, but no MBTiles: " + std::string(problem.what()));
        return bad("map_no_sqlite", "the file is no MBTiles, or damaged: " + std::string(problem.what()));
    }
}

Result<void> Mbtiles::read(const std::filesystem::path& file) {
    std::error_code error;
    m_facts.bytes = std::filesystem::file_size(file, error);
    const auto written = std::filesystem::last_write_time(file, error);
    if (!error)
        m_facts.modified = std::chrono::duration_cast<std::chrono::seconds>(
                               std::chrono::file_clock::to_sys(written).time_since_epoch())
                               .count();
    // Where it is damaged in the middle, the tile that lies there says so when it is read: a map has gigabytes.
    std::map<std::string, std::string> said;
    SQLite::Statement metadata(m_file, "SELECT name, value FROM metadata LIMIT 200");
    while (metadata.executeStep()) said[metadata.getColumn(0).getString()] = metadata.getColumn(1).getString();
    m_facts.name = said["name"];
    m_facts.attribution = said["attribution"];
    m_facts.version = said["version"];
    const auto format = said["format"];
    if (format == "pbf" || format == "mvt") return bad("map_vector", "the map has vector tiles, not pictures");

    SQLite::Statement levels(m_file, "SELECT min(zoom_level), max(zoom_level) FROM tiles");
    if (!levels.executeStep() || levels.getColumn(0).isNull()) return bad("map_no_tiles", "the map has no tiles");
    m_facts.minZoom = levels.getColumn(0).getInt();
    m_facts.maxZoom = levels.getColumn(1).getInt();
    if (m_facts.minZoom < 0 || m_facts.maxZoom > kMostZoom)
        return bad("map_bounds", "the map has tiles of levels that there are not");
    if (!said["bounds"].empty() && !readBounds(said["bounds"], m_facts))
        return bad("map_bounds", "the map's bounds are no degrees: " + said["bounds"]);

    SQLite::Statement first(m_file, "SELECT tile_data FROM tiles LIMIT 1");
    (void)first.executeStep();
    const auto data = first.getColumn(0);
    const auto picture = pictureOf(data.getBlob(), data.getBytes());
    if (picture.empty()) return bad("map_tile", "the map's tiles are no PNG, JPEG or WebP pictures");
    m_tile.emplace(m_file, "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?");
    return {};
}

Result<Bytes> Mbtiles::tile(int zoom, int column, int row) {
    if (zoom < 0 || zoom > kMostZoom || column < 0 || row < 0 || column >= (1 << zoom) || row >= (1 << zoom))
        return fail(ErrorKind::notFound, "no_tile", "there is no such tile");
    try {
        m_tile->reset();
        m_tile->bind(1, zoom);
        m_tile->bind(2, column);
        m_tile->bind(3, (1 << zoom) - 1 - row);  // the file counts from the south
        if (!m_tile->executeStep()) return fail(ErrorKind::notFound, "no_tile", "the map has no such tile");
        const auto data = m_tile->getColumn(0);
        const auto size = data.getBytes();
        const auto* bytes = static_cast<const std::uint8_t*>(data.getBlob());
        if (static_cast<std::size_t>(size) > kMaxTileBytes || pictureOf(bytes, size).empty())
            return bad("map_tile", "a tile is no picture, or too large");
        return Bytes(bytes, bytes + size);
    } catch (const SQLite::Exception& problem) {
        return fail(ErrorKind::broken, "map_lost", "the map cannot be read any more: " + std::string(problem.what()));
    }
}

}  // namespace plumb::store
