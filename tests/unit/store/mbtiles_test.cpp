// A person's map file: what is read of it, and every way in which it may be none.
#include "shared/store/mbtiles.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <tuple>

#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;

namespace {

const std::string kPng("\x89PNG\r\n\x1a\n and more", 17);

// A file with this metadata and one tile at 5/24/12 (web numbering: row 12).
std::filesystem::path mapWith(const test::TemporaryFolder& folder, const std::map<std::string, std::string>& said,
                              const std::string& tile = kPng, int level = 5) {
    const auto file = folder.path / "map 张掖.mbtiles";
    std::filesystem::remove(file);
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("CREATE TABLE metadata(name TEXT, value TEXT)");
    db.exec("CREATE TABLE tiles(zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)");
    for (const auto& [name, value] : said) {
        SQLite::Statement put(db, "INSERT INTO metadata VALUES(?, ?)");
        put.bind(1, name);
        put.bind(2, value);
        put.exec();
    }
    if (tile.empty()) return file;
    SQLite::Statement put(db, "INSERT INTO tiles VALUES(?, 24, ?, ?)");
    put.bind(1, level);
    put.bind(2, 31 - 12);
    put.bind(3, tile.data(), static_cast<int>(tile.size()));
    put.exec();
    return file;
}

std::string codeOf(const std::filesystem::path& file) {
    const auto map = Mbtiles::open(file);
    return map ? std::string() : map.error().code;
}

}  // namespace

TEST_CASE("a map says what it is, and gives tiles by the web's numbers") {
    const test::TemporaryFolder folder;
    const auto file = mapWith(
        folder,
        {{"name", "张掖市"}, {"format", "png"}, {"bounds", "97.3,37.4, 102.2,42.8"}, {"attribution", "© 某局"}});
    const auto map = Mbtiles::open(file);
    REQUIRE(map);
    CHECK((*map)->facts().name == "张掖市");
    CHECK((*map)->facts().attribution == "© 某局");
    CHECK((*map)->facts().minZoom == 5);
    CHECK((*map)->facts().southWest == domain::GeoPoint{37.4, 97.3});
    CHECK((*map)->facts().bytes == std::filesystem::file_size(file));
    CHECK((*map)->facts().modified > 1'700'000'000);
    CHECK((*map)->tile(5, 24, 12)->size() == kPng.size());
    using Key = std::tuple<int, int, int>;
    for (const auto& [zoom, column, row] :
         {Key{5, 24, 13}, Key{4, 24, 12}, Key{-1, 0, 0}, Key{40, 0, 0}, Key{5, 32, 0}, Key{5, -1, 0}})
        CHECK((*map)->tile(zoom, column, row).error().code == "no_tile");
}

TEST_CASE("what is no raster map is refused, each with its own code") {
    const test::TemporaryFolder folder;
    CHECK(codeOf(folder.path / "nothing.mbtiles") == "map_missing");
    CHECK(codeOf(folder.path) == "map_missing");
    const auto text = folder.path / "text.mbtiles";
    std::ofstream(text) << std::string(5000, 'x');
    CHECK(codeOf(text) == "map_no_sqlite");
    std::ofstream(text, std::ios::trunc) << "";
    CHECK(codeOf(text) == "map_no_tiles");
    CHECK(codeOf(mapWith(folder, {{"format", "pbf"}}, "\x1f\x8b")) == "map_vector");
    CHECK(codeOf(mapWith(folder, {{"format", "png"}}, "GIF89a tile")) == "map_tile");
    CHECK(codeOf(mapWith(folder, {{"format", "png"}}, "")) == "map_no_tiles");
    CHECK(codeOf(mapWith(folder, {{"format", "png"}}, kPng, 99)) == "map_bounds");
    CHECK(codeOf(mapWith(folder, {{"format", "png"}}, kPng, -2)) == "map_bounds");
    for (const char* bounds :
         {"1,2,3", "1,2,3,4,5", "a,b,c,d", "0,0,0,0", "10,0,5,5", "-200,0,5,5", "0,0,5,95", "nan,0,5,5"}) {
        CAPTURE(bounds);
        CHECK(codeOf(mapWith(folder, {{"bounds", bounds}})) == "map_bounds");
    }
    CHECK(codeOf(mapWith(folder, {})) == "");
}

TEST_CASE("a map that is cut off while it is open is told, and does no harm") {
    const test::TemporaryFolder folder;
    const auto file = mapWith(folder, {{"format", "png"}});
    {
        // The first tile is read when the map is opened; this one lies beyond what was read then.
        SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
        SQLite::Statement put(db, "INSERT INTO tiles VALUES(5, 25, 19, ?)");
        const std::string large = kPng + std::string(300'000, 'z');
        put.bind(1, large.data(), static_cast<int>(large.size()));
        put.exec();
    }
    const auto map = Mbtiles::open(file);
    REQUIRE(map);
    std::filesystem::resize_file(file, 16'384);
    const auto tile = (*map)->tile(5, 25, 12);
    REQUIRE_FALSE(tile);
    CHECK((tile.error().code == "map_lost" || tile.error().code == "map_tile"));
    std::filesystem::remove(file);
    CHECK_FALSE((*map)->tile(5, 25, 12));
}
