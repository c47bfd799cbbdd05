#include "shared/crypto/tile_path.h"

#include <catch2/catch.hpp>

#include "shared/crypto/add_checkpoint.h"
#include "shared/crypto/hash.h"

using namespace plumb;
using namespace plumb::crypto;

TEST_CASE("a tile has one name") {
    const std::pair<const char*, TileId> named[] = {
        {"0/000", {0, 0, 256}},
        {"0/999", {0, 999, 256}},
        {"1/x001/000.p/1", {1, 1000, 1}},
        {"2/x001/x234/067", {2, 1234067, 256}},  // the specification's example
        {"7/x999/x999/999.p/255", {7, 999999999, 255}},
    };
    for (const auto& [path, tile] : named) {
        INFO(path);
        CHECK(parseTilePath(path).value() == tile);
        CHECK(formatTilePath(tile) == path);
    }
    for (std::uint64_t index = 0; index < 3'000'000; index += 997) {
        const TileId tile{0, index, static_cast<unsigned>(index % 256 + 1)};
        REQUIRE(parseTilePath(formatTilePath(tile)).value() == tile);
        REQUIRE(parseEntriesPath(formatEntriesPath(tile)).value() == tile);
    }
    for (const char* bad : {"",
                            "/",
                            "0",
                            "0/",
                            "0/0",
                            "0/00a",
                            "0/0000",
                            "0/x000/001",
                            "0/001/",
                            "0/001/002",
                            "0/001.p/0",
                            "0/001.p/256",
                            "0/001.p/01",
                            "0/001.p/",
                            "0/001.p",
                            "0/001.p/1/",
                            "8/000",
                            "64/000",
                            "00/000",
                            "+0/000",
                            "0/x001",
                            "0/001x",
                            "0/x001/x002",
                            "-1/000",
                            "0/ 01",
                            "0/x999/x999/x999/x999/x999/x999/999"}) {
        INFO(bad);
        CHECK_FALSE(parseTilePath(bad));
    }
    CHECK_FALSE(parseEntriesPath("0/000"));
}

TEST_CASE("the question to a witness is read strictly and written back") {
    const std::string note = "log\n5\nAAAA\n\n— log AAAAAAA=\n";
    const AddCheckpoint asked{3, {sha256("a"), sha256("b")}, note};
    const auto text = formatAddCheckpoint(asked);
    const auto read = parseAddCheckpoint(text).value();
    CHECK(read.old == 3);
    CHECK(read.proof == asked.proof);
    CHECK(read.note == note);
    CHECK(formatAddCheckpoint({0, {}, note}) == "old 0\n\n" + note);
    const auto hash = toBase64(sha256("a").view());
    std::string many = "old 3\n";
    for (std::size_t i = 0; i <= kMostProofHashes; ++i) many += hash + "\n";
    for (const auto& bad : {std::string(), std::string("old"), "old 3" + note, "old 03\n\n" + note, "old -3\n\n" + note,
                            "old  3\n\n" + note, "old 3 \n\n" + note, "new 3\n\n" + note, "old 3\nAAAA\n\n" + note,
                            "old 3\n" + hash + "\n", std::string("old 3\n\n"), "\n" + text, many + "\n" + note,
                            "old 3\n\n" + std::string(kMostAddCheckpointBytes, 'a')}) {
        INFO(bad);
        CHECK_FALSE(parseAddCheckpoint(bad));
    }
}
