#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "sync-server/log/tiles.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

std::vector<Sha256> hashesOf(const json::value& value) {
    std::vector<Sha256> out;
    for (const auto& entry : value.get_array())
        out.push_back(Sha256::fromView(fromBase64(std::string(entry.get_string())).value()).value());
    return out;
}

crypto::Checkpoint checked(World& world, const json::object& answer) {
    return crypto::verifyCheckpoint(std::string(answer.at("checkpoint").get_string()),
                                    crypto::parseNoteKey(world.firstInvitation().logKey).value())
        .value();
}

std::vector<record::Line> feedback(Author& author, int count) {
    std::vector<record::Line> out;
    for (int i = 0; i < count; ++i) out.push_back(author.say("standard.feedback", {{"text", std::to_string(i)}}));
    return out;
}

}  // namespace

TEST_CASE("a push proves its lines, and that the log before it is the log's beginning") {
    World world;
    auto& admin = world.admin();
    const auto before = checked(world, world.push(feedback(admin, 3), admin));
    const auto lines = feedback(admin, 5);
    const auto answer = world.push(lines, admin, before.size);
    const auto after = checked(world, answer);
    CHECK(after.size == before.size + 5);
    CHECK(crypto::verifyConsistency(before.size, before.root, after.size, after.root,
                                    hashesOf(answer.at("consistency"))));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& result = answer.at("results").get_array().at(i).get_object();
        const auto index = static_cast<std::uint64_t>(result.at("index").to_number<std::int64_t>());
        CHECK(textOr(result, "hash") == lines[i].hash().hex());
        CHECK(crypto::verifyInclusion(crypto::leafHash(asBytes(lines[i].text())), index, after.size,
                                      hashesOf(answer.at("inclusion").get_object().at(std::to_string(index))),
                                      after.root));
    }
}

TEST_CASE("inclusion is proved by hash and by index, for every size") {
    World world;
    auto& admin = world.admin();
    const auto lines = feedback(admin, 6);
    const auto size = checked(world, world.push(lines, admin)).size;
    const auto first = size - lines.size();
    for (std::uint64_t at = first + 1; at <= size; ++at) {
        const auto reader = world.services().readers.borrow();
        const auto root = crypto::rootOf(at, nodesOf(*reader));
        const auto byHash = world.answered(
            world.get("/v1/proof/inclusion?hash=" + lines[0].hash().hex() + "&size=" + std::to_string(at), &admin));
        const auto byIndex = world.answered(
            world.get("/v1/proof/inclusion?index=" + std::to_string(first) + "&size=" + std::to_string(at), &admin));
        CHECK(byHash == byIndex);
        CHECK(textOr(byHash, "leaf") == toBase64(crypto::leafHash(asBytes(lines[0].text())).view()));
        CHECK(crypto::verifyInclusion(crypto::leafHash(asBytes(lines[0].text())), first, at,
                                      hashesOf(byHash.at("hashes")), root));
    }
}

TEST_CASE("proofs of what the log has not are refused") {
    World world;
    auto& admin = world.admin();
    CHECK(world.get("/v1/proof/inclusion?hash=" + std::string(64, '0'), &admin).status == 404);
    CHECK(world.get("/v1/proof/inclusion?index=99", &admin).status == 404);
    CHECK(world.get("/v1/proof/inclusion?index=1&size=1", &admin).status == 400);
    CHECK(world.get("/v1/proof/inclusion", &admin).status == 400);
    CHECK(world.get("/v1/proof/inclusion?index=0&size=99", &admin).status == 409);
    CHECK(world.get("/v1/proof/consistency?from=2&to=99", &admin).status == 409);
    CHECK(world.get("/v1/proof/consistency?from=2&to=1", &admin).status == 400);
    CHECK(world.get("/v1/proof/consistency?from=x", &admin).status == 400);
    const auto beyond = world.get("/v1/checkpoint?have=99", &admin);
    CHECK(beyond.status == 409);
    CHECK(textOr(parseJson(beyond.body).value().get_object(), "code") == "log_smaller");
}

TEST_CASE("the checkpoint is the same, byte for byte, after a restart") {
    World world;
    auto& admin = world.admin();
    world.push(feedback(admin, 4), admin);
    const auto before = world.get("/log/checkpoint").body;
    world.restart();
    CHECK(world.get("/log/checkpoint").body == before);
}

TEST_CASE("two groups never share a time, even where the clock stands still") {
    World world;
    auto& admin = world.admin();
    const auto first = checked(world, world.push(feedback(admin, 1), admin)),
               second = checked(world, world.push(feedback(admin, 1), admin));
    CHECK(second.time.utc > first.time.utc);
}

TEST_CASE("hash tiles give the tree, partial at its right edge") {
    World world;
    auto& admin = world.admin();
    world.push(feedback(admin, 300), admin);
    const auto size = world.services().head.get()->size;
    const auto full = world.get("/log/tile/0/000");
    REQUIRE(full.status == 200);
    CHECK(full.body.size() == 256 * 32);
    CHECK_THAT(std::string(full.header("Cache-Control")), Catch::Contains("immutable"));
    const auto edge = world.get("/log/tile/0/001.p/" + std::to_string(size - 256));
    REQUIRE(edge.status == 200);
    const auto upper = world.get("/log/tile/1/000.p/1");
    REQUIRE(upper.status == 200);
    // The tree that these tiles give is the one that the checkpoint signs.
    crypto::CompactRange tree;
    for (const auto& tile : {full.body, edge.body}) {
        for (std::size_t at = 0; at < tile.size(); at += 32)
            tree.append(Sha256::fromView(asBytes(tile).subspan(at, 32)).value());
    }
    CHECK(tree.root() == world.services().head.get()->root);
    CHECK(world.get("/log/tile/0/001").status == 404);
    CHECK(world.get("/log/tile/0/001.p/" + std::to_string(size - 255)).status == 404);
    CHECK(world.get("/log/tile/2/000.p/1").status == 404);
}

TEST_CASE("the log is served as tlog-tiles says: what is public is cached and read from anywhere, what is not is not") {
    World world;
    auto& admin = world.admin();
    world.push(feedback(admin, 300), admin);
    const auto size = world.services().head.get()->size;
    const auto checkpoint = world.get("/log/checkpoint");
    CHECK(checkpoint.header("Content-Type") == "text/plain; charset=utf-8");
    CHECK(checkpoint.header("Cache-Control") == "public, max-age=2");
    CHECK(checkpoint.header("Access-Control-Allow-Origin") == "*");
    const auto tile = world.get("/log/tile/0/000");
    CHECK(tile.header("Content-Type") == "application/octet-stream");
    CHECK(tile.header("Access-Control-Allow-Origin") == "*");
    CHECK(world.call({Method::head, "/log/tile/0/000"}).status == 200);
    // What is not there (yet) is remembered by nobody.
    for (const auto& path :
         {std::string("/log/tile/0/001"), std::string("/log/tile/0/x000/001"), std::string("/log/tile/9/000"),
          "/log/tile/0/001.p/" + std::to_string(size - 255), std::string("/log/tile/"), std::string("/log/other")}) {
        INFO(path);
        const auto missing = world.get(path);
        CHECK(missing.status == 404);
        CHECK(missing.header("Cache-Control") == "no-store");
    }
    CHECK(world.call({Method::post, "/log/checkpoint"}).status == 405);
}

TEST_CASE("an entry bundle is for whoever may read every line in it") {
    World world;
    auto& admin = world.admin();
    const auto inspector = world.enrol(domain::Role::inspector, {"620321"});
    world.push(feedback(admin, 300), admin);
    const auto size = world.services().head.get()->size;
    const auto full = world.get("/log/tile/entries/000", &admin);
    REQUIRE(full.status == 200);
    CHECK(full.header("Content-Type") == "application/octet-stream");
    CHECK(full.header("Cache-Control") == "private, no-store");
    const auto edge = world.get("/log/tile/entries/001.p/" + std::to_string(size - 256), &admin);
    REQUIRE(edge.status == 200);
    // Each entry hashes to what the tile of level 0 says.
    const auto hashes =
        world.get("/log/tile/0/000").body + world.get("/log/tile/0/001.p/" + std::to_string(size - 256)).body;
    const std::string both = full.body + edge.body;
    std::string_view rest = both;
    std::size_t count = 0;
    for (; !rest.empty(); ++count) {
        REQUIRE(rest.size() >= 2);
        const auto length =
            static_cast<std::size_t>(static_cast<unsigned char>(rest[0])) << 8 | static_cast<unsigned char>(rest[1]);
        REQUIRE(rest.size() >= 2 + length);
        CHECK(asText(crypto::leafHash(asBytes(rest.substr(2, length))).view()) == hashes.substr(count * 32, 32));
        rest.remove_prefix(2 + length);
    }
    CHECK(count == size);
    CHECK(world.get("/log/tile/entries/000").status == 401);
    CHECK(world.get("/log/tile/entries/000", &inspector).status == 403);
    CHECK(world.get("/log/tile/entries/001", &admin).status == 404);
    CHECK(world.get("/log/tile/entries/0/000", &admin).status == 404);
    // Two bytes do not tell the length of a line that may have 256 KiB: such a bundle is not made.
    world.push({admin.say("standard.feedback", {{"text", std::string(70'000, 'a')}})}, admin);
    const auto longer = world.get("/log/tile/entries/001.p/" + std::to_string(size + 1 - 256), &admin);
    CHECK(longer.status == 501);
    CHECK(textOr(parseJson(longer.body).value().get_object(), "code") == "entry_too_long");
    CHECK(world.get("/log/tile/entries/001.p/" + std::to_string(size - 256), &admin).status == 200);
}

TEST_CASE("tile names are read strictly") {
    CHECK(parseTilePath("0/000").value() == TileId{0, 0, 256});
    CHECK(parseTilePath("3/x001/x234/067.p/8").value() == TileId{3, 1234067, 8});
    for (const char* bad : {"", "0", "0/", "0/0", "0/00a", "0/x000/001", "0/001/", "0/001.p/0", "0/001.p/256",
                            "0/001.p/", "9/000", "00/000", "0/x001", "0/001x", "-1/000"}) {
        INFO(bad);
        CHECK_FALSE(parseTilePath(bad));
    }
}
