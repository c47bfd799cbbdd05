#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/crypto/receipt.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

struct Case {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"6203"}));
    std::string content = "0123456789";
    std::string path = "/v1/files/" + crypto::sha256(content).hex();

    void send(const std::string& type) {
        const record::FileRef file{crypto::sha256(content), content.size(), type, "evidence", "2"};
        const auto line = inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321", {file}});
        if (world.fate(line, inspector) != "accepted") throw std::runtime_error("refused");
    }
    Response get(const Headers& headers = {}) { return world.call({Method::get, path, {}, headers}, &inspector); }
};

std::string bytesOf(const Response& response) {
    std::string out(response.file->size, '\0');
    response.file->file->read(response.file->from, {reinterpret_cast<std::uint8_t*>(out.data()), out.size()});
    return out;
}

}  // namespace

TEST_CASE("a file is given whole, in ranges, and never changes") {
    Case c;
    c.send("image/jpeg");
    CHECK(c.get().status == 404);  // the line is there, the photo is still on its way
    c.world.upload(c.content, c.inspector);
    const auto whole = c.get();
    CHECK(whole.status == 200);
    CHECK(bytesOf(whole) == c.content);
    CHECK(whole.header("Content-Type") == "image/jpeg");
    CHECK_THAT(std::string(whole.header("Cache-Control")), Catch::Contains("immutable"));

    struct Row {
        const char* range;
        const char* bytes;
        const char* shown;
    };
    for (const auto& row : {Row{"bytes=2-4", "234", "bytes 2-4/10"}, Row{"bytes=7-", "789", "bytes 7-9/10"},
                            Row{"bytes=-2", "89", "bytes 8-9/10"}, Row{"bytes=5-99", "56789", "bytes 5-9/10"}}) {
        const auto part = c.get({{"range", row.range}});
        CHECK(part.status == 206);
        CHECK(bytesOf(part) == row.bytes);
        CHECK(part.header("Content-Range") == row.shown);
    }
    CHECK(c.get({{"range", "bytes=10-"}}).status == 416);
    CHECK(c.get({{"range", "bytes=10-"}}).header("Content-Range") == "bytes */10");
    CHECK(c.get({{"range", "bytes=1-2,4-5"}}).status == 200);
    CHECK(c.get({{"range", "rows=1-2"}}).status == 200);
    CHECK(c.get({{"if-none-match", "\"" + crypto::sha256(c.content).hex() + "\""}}).status == 304);
}

TEST_CASE("a file is for those who may read a line that names it") {
    Case c;
    c.world.upload(c.content, c.inspector);
    CHECK(c.get().status == 404);
    c.send("image/jpeg");
    CHECK(c.get().status == 200);
    const auto neighbour = c.world.enrol(domain::Role::supervisor, {"6204"});
    CHECK(c.world.call({Method::get, c.path}, &neighbour).status == 404);
    CHECK(c.world.call({Method::get, c.path}).status == 401);
}

TEST_CASE("what people uploaded is never a page of this origin") {
    Case c;
    c.send("text/html");
    c.world.upload(c.content, c.inspector);
    const auto response = c.get();
    CHECK(response.header("Content-Type") == "application/octet-stream");
    CHECK(response.header("X-Content-Type-Options") == "nosniff");
    CHECK(response.header("Content-Disposition") == "attachment");
    CHECK_THAT(std::string(response.header("Content-Security-Policy")), Catch::Contains("sandbox"));
}

TEST_CASE("a name that is no hash is no file") {
    Case c;
    CHECK(c.world.get("/v1/files/../server.json", &c.inspector).status == 404);
    CHECK(c.world.get("/v1/files/abc", &c.inspector).status == 404);
}

TEST_CASE("a receipt says under the log's key what time it is and which files lie on the disk") {
    Case c;
    c.world.upload(c.content, c.inspector);
    const auto sha256 = crypto::sha256(c.content), other = crypto::sha256("another");
    const auto key = crypto::parseNoteKey(c.world.firstInvitation().logKey).value();
    const auto ask = [&](const std::string& nonce) {
        const json::object body{{"nonce", nonce},
                                {"files", json::array{json::value(sha256.hex()), json::value(other.hex())}}};
        return c.world.call({Method::post, "/v1/receipt", toText(body)}, &c.inspector);
    };
    const auto nonce = crypto::makeReceiptNonce();
    const auto note = textAt(c.world.answered(ask(nonce)), "receipt").value();
    const auto receipt = crypto::verifyReceipt(note, key, nonce).value();
    CHECK(receipt.time.utc == c.world.now());
    CHECK(receipt.logSize == c.world.services().head.get()->size);
    CHECK(receipt.files == std::map<Sha256, std::uint64_t>{{sha256, c.content.size()}});
    CHECK(ask(nonce).header("Cache-Control") == "no-store");
    // It looks at the disk, not at what once came.
    std::filesystem::remove(c.world.services().blobs.localCopy(sha256).value());
    const auto later = textAt(c.world.answered(ask(nonce)), "receipt").value();
    CHECK(crypto::verifyReceipt(later, key, nonce).value().files.empty());
}

TEST_CASE("a receipt makes one mark of the files that are named by the beginnings of their hashes") {
    Case c;
    c.world.upload(c.content, c.inspector);
    const auto sha256 = crypto::sha256(c.content);
    const auto key = crypto::parseNoteKey(c.world.firstInvitation().logKey).value();
    const auto held = [&](const Author& who, const std::string& beginnings) {
        const auto nonce = crypto::makeReceiptNonce();
        const auto answer = c.world.call(
            {Method::post, "/v1/receipt", toText(json::object{{"nonce", nonce}, {"held", beginnings}})}, &who);
        return crypto::verifyReceipt(textAt(c.world.answered(answer), "receipt").value(), key, nonce).value().held;
    };
    const auto begins = toBase64Url(sha256.view().first(crypto::kHashBeginning));
    const auto none = crypto::filesMark({}), one = crypto::filesMark({{sha256, c.content.size()}});
    // Of a file that no line names yet it says nothing so.
    CHECK(held(c.inspector, begins) == none);
    c.send("image/jpeg");
    CHECK(held(c.inspector, begins) == one);
    CHECK(held(c.inspector, toBase64Url(Bytes(4, 0x5a))) == none);
    CHECK(held(c.inspector, "").empty());
    // Whoever may not know of it learns nothing by guessing how its hash begins.
    const auto stranger = c.world.enrol(domain::Role::inspector, {"63"});
    CHECK(held(stranger, begins) == none);
    std::filesystem::remove(c.world.services().blobs.localCopy(sha256).value());
    CHECK(held(c.inspector, begins) == none);
}

TEST_CASE("a question for a receipt that cannot be read is refused") {
    Case c;
    const auto status = [&](const std::string& body) {
        return c.world.call({Method::post, "/v1/receipt", body}, &c.inspector).status;
    };
    const std::string nonce = "\"nonce\":\"" + crypto::makeReceiptNonce() + "\"";
    CHECK(status("{" + nonce + "}") == 200);
    for (const auto& bad :
         {std::string(), std::string("[]"), std::string("{}"), std::string("{\"nonce\":\"short\"}"),
          "{" + nonce + ",\"files\":{}}", "{" + nonce + ",\"files\":[5]}",
          "{" + nonce + ",\"files\":[\"../../etc/passwd\"]}", "{" + nonce + ",\"have\":-1}",
          "{" + nonce + ",\"have\":\"5\"}", "{" + nonce + ",\"after\":1.5}", "{" + nonce + ",\"places\":null}",
          "{" + nonce + ",\"held\":\"AAAA\"}", "{" + nonce + ",\"held\":\"!\"}",
          "{" + nonce + ",\"held\":\"" + toBase64Url(Bytes(257 * 4)) + "\"}"})
        CHECK(status(bad) == 400);
    std::string many = "{" + nonce + ",\"files\":[\"" + std::string(64, 'a') + "\"";
    for (int i = 0; i < 1000; ++i) many += ",\"" + std::string(64, 'a') + "\"";
    CHECK(status(many + "]}") == 413);
    CHECK(c.world.call({Method::post, "/v1/receipt", "{" + nonce + "}"}).status == 401);
}
