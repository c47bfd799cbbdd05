// POST /v1/files: small files that come together and coded as one. Each is taken or refused as an upload of its own
// would be; a hostile body is refused with a sentence and leaves nothing behind.
#include <catch2/catch.hpp>

#include <random>

#include "shared/crypto/hash.h"
#include "shared/record/small_files.h"
#include "sync-server/http/encoding.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const std::pair<std::string, std::string> kType{"content-type", record::kSmallFilesType};
const std::pair<std::string, std::string> kCoded{"content-encoding", "zstd"};

void add(std::string& body, const std::string& content, const std::string& as = {}) {
    record::addSmallFile(body, {crypto::sha256(as.empty() ? content : as), "text/plain", content});
}

struct Desk {
    World world;
    Author device = world.enrol(domain::Role::inspector, {"62"});

    Response send(const std::string& body, Headers headers = {kType}) {
        return world.call({Method::post, "/v1/files", body, std::move(headers)}, &device);
    }
    Response sendCoded(const std::string& body) { return send(encodeBody(Coding::zstd, body), {kType, kCoded}); }
    bool stored(const std::string& content) {
        return world.services().blobs.read(crypto::sha256(content), 1 << 20) == content;
    }
    bool nothingLies() {
        std::size_t files = 0;
        for (const auto& one : std::filesystem::recursive_directory_iterator(world.folder().path))
            files += one.path().extension() == ".part" || one.path().string().find("/blobs/") != std::string::npos;
        return files == 0;
    }
};

std::string codeOf(const Response& response) {
    return textOr(parseJson(response.body).value().get_object(), "code");
}

}  // namespace

TEST_CASE("files come together, coded as one, and lie under their hashes") {
    Desk desk;
    std::string body;
    for (const auto* content : {"the first trail", "the second trail", ""}) add(body, content);
    const auto said = desk.world.answered(desk.sendCoded(body));
    CHECK(said.at("taken") == 3);
    CHECK(said.at("refused").as_array().empty());
    CHECK(desk.stored("the first trail"));
    CHECK(desk.stored("the second trail"));
    CHECK(desk.stored(""));
    // Once more, plainly: they are there already.
    CHECK(desk.world.answered(desk.send(body)).at("taken") == 3);
    CHECK(desk.world.services().holders.holds(crypto::sha256("the first trail"), desk.device.kid()));
}

TEST_CASE("a file that is not what it is named is refused, and holds up no other") {
    Desk desk;
    std::string body;
    add(body, "good");
    add(body, "bad", "another");
    add(body, "good as well");
    const auto said = desk.world.answered(desk.send(body));
    CHECK(said.at("taken") == 2);
    const auto& refused = said.at("refused").as_array().at(0).as_object();
    CHECK(textOr(refused, "sha256") == crypto::sha256("another").hex());
    CHECK(textOr(refused, "code") == "wrong_hash");
    CHECK(desk.stored("good"));
    CHECK(desk.stored("good as well"));
    CHECK_FALSE(desk.world.services().blobs.sizeOf(crypto::sha256("another")));
    CHECK_FALSE(desk.world.services().blobs.sizeOf(crypto::sha256("bad")));
}

TEST_CASE("what an upload of its own brought already goes on from there") {
    Desk desk;
    const std::string content = "half of it came before";
    const auto begun =
        desk.world.call({Method::post,
                         "/v1/uploads",
                         content.substr(0, 10),
                         {{"tus-resumable", "1.0.0"},
                          {"content-type", "application/offset+octet-stream"},
                          {"upload-length", std::to_string(content.size())},
                          {"upload-metadata", "sha256 " + toBase64(asBytes(crypto::sha256(content).hex()))}}},
                        &desk.device);
    REQUIRE(begun.header("Upload-Offset") == "10");
    std::string body;
    add(body, content);
    CHECK(desk.world.answered(desk.send(body)).at("taken") == 1);
    CHECK(desk.stored(content));
}

TEST_CASE("a body that is broken, cut, foreign or a bomb is refused with a sentence, and nothing of it lies anywhere") {
    Desk desk;
    std::string body;
    add(body, "content");
    const auto coded = encodeBody(Coding::zstd, body);
    CHECK(codeOf(desk.send(body, {})) == "bad_type");
    CHECK(codeOf(desk.send(body, {{"content-type", "application/octet-stream"}})) == "bad_type");
    CHECK(codeOf(desk.send("", {kType})) == "bad_files");
    CHECK(codeOf(desk.send(body.substr(0, body.size() - 1))) == "bad_files");
    CHECK(codeOf(desk.send(body + "x")) == "bad_files");
    CHECK(codeOf(desk.send(coded)) == "bad_files");  // coded, and does not say so
    CHECK(codeOf(desk.send(body, {kType, kCoded})) == "bad_encoding");
    CHECK(codeOf(desk.send(coded.substr(0, coded.size() - 1), {kType, kCoded})) == "bad_encoding");
    CHECK(codeOf(desk.send(coded + "x", {kType, kCoded})) == "bad_encoding");
    CHECK(codeOf(desk.send(coded, {kType, {"content-encoding", "br"}})) == "encoding_unknown");
    const auto bomb = encodeBody(Coding::zstd, std::string(64 << 20, '\0'));
    CHECK(bomb.size() < 16 * 1024);
    CHECK(codeOf(desk.send(bomb, {kType, kCoded})) == "body_too_large");
    std::string large;
    add(large, std::string(440 * 1024, 'x'));
    CHECK(codeOf(desk.sendCoded(large)) == "batch_too_large");
    CHECK(desk.world.call({Method::post, "/v1/files", body, {kType}}).status == 401);
    CHECK(desk.nothingLies());
    CHECK(desk.world.answered(desk.sendCoded(body)).at("taken") == 1);
}

TEST_CASE("whatever is changed in a coded body, a file is taken only as what it is named") {
    Desk desk;
    std::mt19937 random(7);
    std::string body;
    for (int i = 0; i < 4; ++i) add(body, "trail " + std::to_string(i) + std::string(50, 'x'));
    const auto coded = encodeBody(Coding::zstd, body);
    for (int round = 0; round < 400; ++round) {
        auto changed = coded;
        changed[random() % changed.size()] = static_cast<char>(random());
        if (round % 4 == 0) changed.resize(random() % changed.size());
        const auto said = desk.send(changed, {kType, kCoded});
        CHECK((said.status == 200 || said.status == 400 || said.status == 413));
    }
    for (const auto& one : std::filesystem::recursive_directory_iterator(desk.world.folder().path / "blobs")) {
        if (!one.is_regular_file()) continue;
        const auto name = one.path().filename().string();
        CHECK(desk.world.services().blobs.read(Sha256::fromHex(name).value(), 1 << 20).has_value());
        CHECK(crypto::sha256(desk.world.services().blobs.read(Sha256::fromHex(name).value(), 1 << 20).value()).hex() ==
              name);
    }
}

TEST_CASE("what is named by no line counts for files that come together as for others") {
    Limits limits;
    limits.unnamed.perKey = 20;
    World world(limits);
    auto device = world.enrol(domain::Role::inspector, {"62"});
    std::string body;
    add(body, "fifteen letters");
    add(body, "fifteen others.");
    const auto said = world.answered(world.call({Method::post, "/v1/files", body, {kType}}, &device));
    CHECK(said.at("taken") == 1);
    CHECK(textOr(said.at("refused").as_array().at(0).as_object(), "code") == "unnamed_full");
}
