#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "sync-server/blobs/folder_blobs.h"
#include "sync-server/blobs/folder_holders.h"
#include "sync-server/blobs/uploads.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const std::pair<std::string, std::string> kTus{"tus-resumable", "1.0.0"};
const std::pair<std::string, std::string> kType{"content-type", "application/offset+octet-stream"};

std::string metadata(const std::string& content) {
    return "sha256 " + toBase64(asBytes(crypto::sha256(content).hex())) + ",type " + toBase64(asBytes("image/jpeg"));
}
std::string codeOf(const Response& response) {
    return textOr(parseJson(response.body).value().get_object(), "code");
}

struct Tus {
    World world;
    Author device = world.enrol(domain::Role::inspector, {"62"});

    Response create(const std::string& content) {
        return world.call(
            {Method::post,
             "/v1/uploads",
             {},
             {kTus, {"upload-length", std::to_string(content.size())}, {"upload-metadata", metadata(content)}}},
            &device);
    }
    Response patch(const std::string& location, std::size_t offset, const std::string& bytes, Headers more = {}) {
        Headers headers{kTus, kType, {"upload-offset", std::to_string(offset)}};
        headers.insert(headers.end(), more.begin(), more.end());
        return world.call({Method::patch, location, bytes, headers}, &device);
    }
    Response head(const std::string& location) { return world.call({Method::head, location, {}, {kTus}}, &device); }
    bool stored(const std::string& content) {
        return world.services().blobs.read(crypto::sha256(content), 1 << 20) == content;
    }
};

}  // namespace

TEST_CASE("a file comes in pieces, and is there under its hash when the last byte is in") {
    Tus tus;
    const std::string content = "0123456789";
    const auto made = tus.create(content);
    REQUIRE(made.status == 201);
    CHECK(made.header("Tus-Resumable") == "1.0.0");
    CHECK(made.header("Upload-Offset") == "0");
    CHECK_FALSE(made.header("Upload-Expires").empty());
    const std::string location(made.header("Location"));
    const auto first = tus.patch(location, 0, "0123");
    CHECK(first.status == 204);
    CHECK(first.header("Upload-Offset") == "4");
    const auto middle = tus.head(location);
    CHECK(middle.header("Upload-Offset") == "4");
    CHECK(middle.header("Upload-Length") == "10");
    CHECK(middle.header("Cache-Control") == "no-store");
    CHECK_FALSE(tus.stored(content));
    CHECK(tus.patch(location, 4, "456789").header("Upload-Offset") == "10");
    CHECK(tus.stored(content));
    CHECK(tus.head(location).header("Upload-Offset") == "10");
}

TEST_CASE("the same file and caller meet the same upload; of a file that is there the offset is its length") {
    Tus tus;
    const std::string content = "abcdef";
    const auto first = tus.create(content);
    tus.patch(std::string(first.header("Location")), 0, "abc");
    const auto again = tus.create(content);
    CHECK(again.status == 201);
    CHECK(again.header("Location") == first.header("Location"));
    CHECK(again.header("Upload-Offset") == "3");
    const auto other = tus.world.enrol(domain::Role::inspector, {"62"});
    tus.world.upload(content, other);
    // That another has sent it is not told to whoever has shown no right to know of it.
    CHECK(tus.create(content).header("Upload-Offset") == "3");
    tus.patch(std::string(first.header("Location")), 3, "def");
    CHECK(tus.create(content).header("Upload-Offset") == "6");
}

TEST_CASE("an upload goes on to the byte after a restart of the server") {
    Tus tus;
    const std::string content = "abcdef";
    const std::string location(tus.create(content).header("Location"));
    tus.patch(location, 0, "abcd");
    tus.world.restart();
    CHECK(tus.head(location).header("Upload-Offset") == "4");
    CHECK(tus.patch(location, 4, "ef").status == 204);
    CHECK(tus.stored(content));
}

TEST_CASE("what a cut PATCH brought is kept, and the next goes on from there") {
    Tus tus;
    const std::string content = "abcdef";
    const std::string location(tus.create(content).header("Location"));
    auto& uploads = tus.world.services().uploads;
    const auto id = location.substr(location.rfind('/') + 1);
    auto writer = uploads.resume(tus.device.kid(), id, 0, std::nullopt).value();
    REQUIRE(writer->append(asBytes("abc")));
    writer->cut();
    CHECK(tus.head(location).header("Upload-Offset") == "3");
    // The hanging connection's late bytes are refused: its caller has gone on elsewhere.
    CHECK(writer->append(asBytes("xyz")).error().code == "wrong_offset");
    CHECK(tus.patch(location, 3, "def").status == 204);
    CHECK(tus.stored(content));
}

TEST_CASE("a wrong offset is refused, and says where the upload stands") {
    Tus tus;
    const std::string location(tus.create("abcdef").header("Location"));
    const auto response = tus.patch(location, 2, "cdef");
    CHECK(response.status == 409);
    CHECK(codeOf(response) == "wrong_offset");
}

TEST_CASE("to a client that knows nothing of hashes a file that is here already is one that it sends again") {
    Tus tus;
    const std::string content = "abcdef";
    const std::string location(tus.create(content).header("Location"));
    tus.patch(location, 0, content);
    const auto again = tus.create(content);
    CHECK(again.status == 201);
    CHECK(again.header("Upload-Offset") == "6");
    const auto sent = tus.patch(location, 0, "abc");
    CHECK(sent.status == 204);
    CHECK(sent.header("Upload-Offset") == "6");
    CHECK(tus.patch(location, 3, "def").status == 204);
    CHECK(tus.patch(location, 6, "").status == 204);
    // Other bytes are no way to learn or change what is there.
    const auto other = tus.patch(location, 3, "dex");
    CHECK(other.status == 460);
    CHECK(codeOf(other) == "wrong_hash");
    CHECK(tus.patch(location, 4, "efg").status == 413);
    CHECK(codeOf(tus.patch(location, 7, "")) == "wrong_offset");
    CHECK(tus.stored(content));
}

TEST_CASE("an upload may begin with its first bytes, or with all of them") {
    Tus tus;
    const auto begin = [&](const std::string& whole, const std::string& body, Headers more = {kType}) {
        Headers headers{kTus, {"upload-length", std::to_string(whole.size())}, {"upload-metadata", metadata(whole)}};
        headers.insert(headers.end(), more.begin(), more.end());
        return tus.world.call({Method::post, "/v1/uploads", body, headers}, &tus.device);
    };
    const auto all = begin("abcdef", "abcdef");
    CHECK(all.status == 201);
    CHECK(all.header("Upload-Offset") == "6");
    CHECK(tus.stored("abcdef"));
    // Of what is here already the bytes are passed over.
    CHECK(begin("abcdef", "abcdef").header("Upload-Offset") == "6");
    CHECK(begin("abcdef", std::string(100'000, 'x')).status == 413);

    const auto first = begin("0123456789", "0123");
    CHECK(first.header("Upload-Offset") == "4");
    CHECK(begin("0123456789", "0123").header("Upload-Offset") == "4");
    CHECK(tus.patch(std::string(first.header("Location")), 4, "456789").header("Upload-Offset") == "10");
    CHECK(tus.stored("0123456789"));

    CHECK(begin("uvw", "uvwxyz").status == 413);
    CHECK(codeOf(begin("no type", "no", {})) == "bad_type");
    const Headers wrong{kType, {"upload-checksum", "sha256 " + toBase64(crypto::sha256("other").view())}};
    CHECK(codeOf(begin("checked", "checked", wrong)) == "wrong_checksum");
}

TEST_CASE("an unfinished upload is ended by its caller, and a whole file is not") {
    Tus tus;
    const std::string location(tus.create("abcdef").header("Location"));
    tus.patch(location, 0, "abc");
    const auto stranger = tus.world.enrol(domain::Role::inspector, {"62"});
    CHECK(tus.world.call({Method::remove, location, {}, {kTus}}, &stranger).status == 404);
    CHECK(tus.world.call({Method::remove, location, {}, {}}, &tus.device).status == 412);
    const auto ended = tus.world.call({Method::remove, location, {}, {kTus}}, &tus.device);
    CHECK(ended.status == 204);
    CHECK(ended.header("Tus-Resumable") == "1.0.0");
    CHECK(tus.head(location).status == 404);
    CHECK(tus.create("abcdef").header("Upload-Offset") == "0");
    tus.patch(location, 0, "abcdef");
    CHECK(codeOf(tus.world.call({Method::remove, location, {}, {kTus}}, &tus.device)) == "upload_complete");
    CHECK(tus.stored("abcdef"));
}

TEST_CASE("an upload whose hash is not what it said is dropped with 460") {
    Tus tus;
    const std::string location(tus.create("abcdef").header("Location"));
    const auto response = tus.patch(location, 0, "abcdeX");
    CHECK(response.status == 460);
    CHECK(codeOf(response) == "wrong_hash");
    CHECK_FALSE(tus.stored("abcdef"));
    CHECK(tus.head(location).status == 404);
    CHECK(tus.create("abcdef").header("Upload-Offset") == "0");
}

TEST_CASE("a truncated upload is no file, and goes on") {
    Tus tus;
    const std::string location(tus.create("abcdef").header("Location"));
    CHECK(tus.patch(location, 0, "abc").status == 204);
    CHECK_FALSE(tus.stored("abcdef"));
    CHECK(tus.head(location).header("Upload-Offset") == "3");
}

TEST_CASE("a PATCH with a checksum is taken whole or not at all") {
    Tus tus;
    const std::string location(tus.create("abcdef").header("Location"));
    const auto sum = [](const std::string& text) { return "sha256 " + toBase64(crypto::sha256(text).view()); };
    const auto wrong = tus.patch(location, 0, "abX", {{"upload-checksum", sum("abc")}});
    CHECK(wrong.status == 460);
    CHECK(codeOf(wrong) == "wrong_checksum");
    CHECK(tus.head(location).header("Upload-Offset") == "0");
    CHECK(tus.patch(location, 0, "abc", {{"upload-checksum", sum("abc")}}).status == 204);
    // tus demands SHA-1 of every server that speaks of checksums.
    CHECK(tus.patch(location, 3, "def", {{"upload-checksum", "sha1 WJwiM1o4HxItEpIl9cC6MFbtWBE="}}).status == 204);
    CHECK(tus.stored("abcdef"));
    const std::string next(tus.create("xyz").header("Location"));
    CHECK(tus.patch(next, 0, "xyz", {{"upload-checksum", "md5 AAAA"}}).status == 400);
}

TEST_CASE("more bytes than were announced are refused") {
    Tus tus;
    const std::string location(tus.create("abc").header("Location"));
    const auto response = tus.patch(location, 0, "abcdef");
    CHECK(response.status == 413);
    CHECK(codeOf(response) == "upload_too_long");
}

TEST_CASE("tus's own rules: version, type, length, metadata, size") {
    Limits limits;
    limits.file = 1000;
    World world(limits);
    auto& admin = world.admin();
    const auto create = [&](Headers headers) {
        return world.call({Method::post, "/v1/uploads", {}, std::move(headers)}, &admin);
    };
    const auto version = create({{"upload-length", "3"}, {"upload-metadata", metadata("abc")}});
    CHECK(version.status == 412);
    CHECK(version.header("Tus-Version") == "1.0.0");
    CHECK(create({kTus, {"upload-metadata", metadata("abc")}}).status == 400);
    CHECK(codeOf(create({kTus, {"upload-length", "3"}})) == "bad_metadata");
    CHECK(codeOf(create({kTus, {"upload-length", "3"}, {"upload-metadata", "sha256 ???"}})) == "bad_metadata");
    CHECK(codeOf(create({kTus, {"upload-length", "1001"}, {"upload-metadata", metadata("abc")}})) == "file_too_large");
    const std::string location(
        create({kTus, {"upload-length", "3"}, {"upload-metadata", metadata("abc")}}).header("Location"));
    CHECK(world
              .call({Method::patch, location, "abc", {kTus, {"upload-offset", "0"}, {"content-type", "text/plain"}}},
                    &admin)
              .status == 415);
    CHECK(world.call({Method::patch, location, "abc", {kTus, kType}}, &admin).status == 400);
    CHECK(world.call({Method::patch, location, "abc", {kType, {"upload-offset", "0"}}}, &admin).status == 412);
    const auto options = world.call({Method::options, "/v1/uploads"});
    CHECK(options.status == 204);
    CHECK(options.header("Tus-Extension") == "creation,creation-with-upload,termination,checksum,expiration");
    CHECK(options.header("Tus-Max-Size") == "1000");
    CHECK(options.header("Tus-Checksum-Algorithm") == "sha256,sha1");
}

TEST_CASE("an upload is its caller's own") {
    Tus tus;
    const std::string location(tus.create("abcdef").header("Location"));
    const auto other = tus.world.enrol(domain::Role::inspector, {"62"});
    CHECK(tus.world.call({Method::head, location, {}, {kTus}}, &other).status == 404);
    CHECK(tus.world.call({Method::head, "/v1/uploads/..%2F..%2Fserver.json", {}, {kTus}}, &other).status == 404);
}

TEST_CASE("an upload that nobody touched for 7 days expires, and is removed later") {
    TempFolder folder;
    FolderBlobs blobs(folder.path / "blobs");
    FolderHolders holders(folder.path / "holders");
    auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    Uploads uploads(folder.path / "uploads", blobs, holders, [&] { return Instant{now, {}}; });
    const auto sha256 = crypto::sha256("abcdef");
    const auto id = uploads.create({sha256, 6, "kid", ""}, false).value().id;
    now += std::chrono::hours(24 * 6);
    CHECK(uploads.state("kid", id).value().offset == 0);
    now += std::chrono::hours(24 * 2);
    CHECK(uploads.state("kid", id).error().code == "upload_expired");
    CHECK(uploads.resume("kid", id, 0, std::nullopt).error().code == "upload_expired");
    now += std::chrono::hours(24 * 7);
    uploads.sweep();
    CHECK(uploads.state("kid", id).error().code == "upload_unknown");
    CHECK(uploads.create({sha256, 6, "kid", ""}, false).value().offset == 0);
}

TEST_CASE("a file whose last byte came just before a crash takes its place afterwards") {
    TempFolder folder;
    const auto clock = [] {
        return Instant{std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()), {}};
    };
    FolderBlobs blobs(folder.path / "blobs");
    FolderHolders holders(folder.path / "holders");
    const auto sha256 = crypto::sha256("abcdef");
    std::string id;
    {
        Uploads uploads(folder.path / "uploads", blobs, holders, clock);
        id = uploads.create({sha256, 6, "kid", ""}, false).value().id;
        auto writer = uploads.resume("kid", id, 0, std::nullopt).value();
        REQUIRE(writer->append(asBytes("abcdef")));
        // Here the process dies: no finish().
    }
    Uploads uploads(folder.path / "uploads", blobs, holders, clock);
    CHECK(uploads.state("kid", id).value().complete());
    CHECK(blobs.sizeOf(sha256) == 6u);
}

TEST_CASE("a file that is taken no more from its last byte on lies nowhere, and a whole one is not compared any more") {
    TempFolder folder;
    const auto clock = [] {
        return Instant{std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()), {}};
    };
    FolderBlobs blobs(folder.path / "blobs");
    FolderHolders holders(folder.path / "holders");
    Uploads uploads(folder.path / "uploads", blobs, holders, clock);
    // How often it may be asked before the answer is no: an approval comes in, and is swept, at any moment.
    int yes = 1000;
    uploads.takeOnly([&](const Sha256&) -> Result<void> {
        return yes-- > 0 ? Result<void>() : fail(ErrorKind::refused, "file_disposed", "the case was disposed of");
    });
    const auto send = [&](const std::string& content) {
        const auto id = uploads.create({crypto::sha256(content), content.size(), "kid", ""}, false).value().id;
        auto writer = uploads.resume("kid", id, 0, std::nullopt).value();
        REQUIRE(writer->append(asBytes(content)));
        return writer;
    };
    auto before = send("before");
    yes = 0;
    CHECK(before->finish().error().code == "file_disposed");
    CHECK_FALSE(blobs.sizeOf(crypto::sha256("before")));
    yes = 1000;
    auto behind = send("behind");
    yes = 1;
    CHECK(behind->finish().error().code == "file_disposed");
    CHECK_FALSE(blobs.sizeOf(crypto::sha256("behind")));

    yes = 1000;
    REQUIRE(send("abcdef")->finish());
    const auto id = uploads.create({crypto::sha256("abcdef"), 6, "kid", ""}, true).value().id;
    REQUIRE(uploads.resume("kid", id, 0, std::nullopt));
    yes = 0;
    CHECK(uploads.resume("kid", id, 0, std::nullopt).error().code == "file_disposed");
}

TEST_CASE("a caller may have only so many unfinished uploads") {
    TempFolder folder;
    FolderBlobs blobs(folder.path / "blobs");
    FolderHolders holders(folder.path / "holders");
    Uploads uploads(folder.path / "uploads", blobs, holders, systemNow, {1000, 2});
    CHECK(uploads.create({crypto::sha256("a"), 5, "kid", ""}, false));
    CHECK(uploads.create({crypto::sha256("b"), 5, "kid", ""}, false));
    CHECK(uploads.create({crypto::sha256("c"), 5, "kid", ""}, false).error().code == "too_many_uploads");
    CHECK(uploads.create({crypto::sha256("c"), 5, "other", ""}, false));
}

TEST_CASE("a PATCH or DELETE may be said as a POST with X-HTTP-Method-Override, and nothing else may") {
    Tus tus;
    const std::string content = "0123456789";
    const std::string location(tus.create(content).header("Location"));
    const Headers headers{kTus, kType, {"upload-offset", "0"}, {"x-http-method-override", "PATCH"}};
    const auto sent = tus.world.call({Method::post, location, content, headers}, &tus.device);
    CHECK(sent.status == 204);
    CHECK(sent.header("Upload-Offset") == "10");
    CHECK(tus.stored(content));
    for (const char* other : {"HEAD", "GET", "delete", "patch", ""}) {
        const auto refused = tus.world.call(
            {Method::post, location, content, {kTus, kType, {"upload-offset", "0"}, {"x-http-method-override", other}}},
            &tus.device);
        CHECK(refused.status == 405);
    }
    CHECK(tus.world.call({Method::post, location, content, headers}).status == 401);
}

TEST_CASE("what lies under a hash and has it no more is set aside for the file that does") {
    Tus tus;
    const std::string content = "0123456789";
    tus.world.upload(content, tus.device);
    const auto place = tus.world.services().blobs.localCopy(crypto::sha256(content)).value();
    std::filesystem::resize_file(place, 4);
    const auto again = tus.create(content);
    CHECK(again.status == 201);
    CHECK(again.header("Upload-Offset") == "0");
    CHECK(tus.patch(std::string(again.header("Location")), 0, content).status == 204);
    CHECK(tus.stored(content));
    CHECK(std::filesystem::file_size(place.string() + ".damaged") == 4);
}
