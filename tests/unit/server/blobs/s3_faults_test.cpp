// An S3 store that fails: what is said to be there is there, what is not was kept for the next try, and a call that
// came twice did no harm.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "sync-server/blobs/folder_holders.h"
#include "sync-server/blobs/s3_blobs.h"
#include "sync-server/blobs/uploads.h"
#include "tests/unit/server/blobs/s3_server.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr std::uint64_t kPart = 1000;

}  // namespace

TEST_CASE("a store that fails for a moment is asked again") {
    S3Server server;
    TempFolder folder;
    S3Store store(server.place(), systemNow, {3, milliseconds(1), milliseconds(2000), {}, kPart});
    S3Blobs blobs(store, folder.path / "copies");
    std::string content = "a small file";
    bool large = false;
    SECTION("small") {}
    SECTION("in parts") {
        content = std::string(3500, 'x');
        large = true;
    }
    const auto sha256 = crypto::sha256(content);
    const std::string method = GENERATE("PUT", "HEAD", "GET", "POST", "DELETE");
    const auto fault = GENERATE(S3Fault::error, S3Fault::away, S3Fault::lostAnswer);
    if (method == "POST" && !large) return;
    server.next(method, fault, 2);
    writeWholeFile(folder.path / "part", content);
    blobs.adopt(folder.path / "part", sha256);
    CHECK(blobs.read(sha256, 10'000) == content);
    CHECK(blobs.takeAside(sha256));
    blobs.removeAside(sha256);
    CHECK(server.objects().empty());
    CHECK(server.refused() == 0);
}

TEST_CASE("a file of which the store cannot say that it has it whole is not taken, and lies where it was") {
    S3Server server;
    TempFolder folder;
    S3Store store(server.place(), systemNow, {3, milliseconds(1), milliseconds(300), {}, kPart});
    S3Blobs blobs(store, folder.path / "copies");
    const std::string content = "a small file";
    const auto sha256 = crypto::sha256(content);
    writeWholeFile(folder.path / "part", content);
    SECTION("500 and 500 again") {
        server.next("PUT", S3Fault::error, 3);
    }
    SECTION("it does not answer") {
        server.next("PUT", S3Fault::silent, 3);
    }
    SECTION("nobody is there") {
        server.setAway(true);
    }
    SECTION("it says that it took it, and has none") {
        server.next("PUT", S3Fault::forgets);
    }
    SECTION("it shows another one than it took") {
        server.next("PUT", S3Fault::wrongTag);
    }
    SECTION("it does not show what it took") {
        server.next("HEAD", S3Fault::error, 3);
    }
    CHECK_THROWS_AS(blobs.adopt(folder.path / "part", sha256), BlobsAway);
    CHECK(readWholeFile(folder.path / "part") == content);
    // The next try is an ordinary one.
    server.setAway(false);
    blobs.adopt(folder.path / "part", sha256);
    CHECK(blobs.isWhole(sha256));
    CHECK_FALSE(fs::exists(folder.path / "part"));
}

TEST_CASE("parts of a file that did not come whole are taken back") {
    S3Server server;
    TempFolder folder;
    S3Store store(server.place(), systemNow, {3, milliseconds(1), milliseconds(300), {}, kPart});
    S3Blobs blobs(store, folder.path / "copies");
    const std::string content(4500, 'y');
    const auto sha256 = crypto::sha256(content);
    writeWholeFile(folder.path / "part", content);
    SECTION("a part") {
        server.next("PUT", S3Fault::none, 3);
        server.next("PUT", S3Fault::error, 3);
    }
    SECTION("the end") {
        server.next("POST", S3Fault::none);
        server.next("POST", S3Fault::error, 3);
    }
    CHECK_THROWS_AS(blobs.adopt(folder.path / "part", sha256), BlobsAway);
    CHECK(server.unfinished() == 0);
    CHECK(server.objects().empty());
    blobs.adopt(folder.path / "part", sha256);
    CHECK(blobs.isWhole(sha256));
    CHECK(server.unfinished() == 0);
}

TEST_CASE("an answer that is cut short is no file") {
    S3Server server;
    TempFolder folder;
    S3Store store(server.place(), systemNow, {3, milliseconds(1), milliseconds(300), {}, kPart});
    S3Blobs blobs(store, folder.path / "copies");
    const std::string content(900, 'z');
    const auto sha256 = crypto::sha256(content);
    writeWholeFile(folder.path / "part", content);
    blobs.adopt(folder.path / "part", sha256);
    server.next("GET", S3Fault::cut, 2);
    CHECK(blobs.read(sha256, 1000) == content);
    server.next("GET", S3Fault::cut, 3);
    CHECK_THROWS_AS(blobs.read(sha256, 1000), BlobsAway);
}

TEST_CASE("keys that the store does not know are told at the start, and never look like files that are not there") {
    S3Server server;
    TempFolder folder;
    auto place = server.place();
    CHECK(S3Store(place).check());
    place.keys.secret = "another";
    S3Store store(place);
    const auto refused = store.check();
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().detail, Catch::Contains("403") && !Catch::Contains("another"));
    const S3Blobs blobs(store, folder.path / "copies");
    CHECK_THROWS_AS(blobs.sizeOf(crypto::sha256("x")), BlobsAway);
    place = server.place();
    place.bucket = "elsewhere";
    CHECK_THAT(S3Store(place).check().error().detail, Catch::Contains("there is no bucket"));
}

TEST_CASE("an upload whose store is away keeps its bytes, is not said to be whole, and ends when the store is back") {
    S3Server server;
    TempFolder folder;
    S3Store store(server.place(), systemNow, {2, milliseconds(1), milliseconds(300), {}, kPart});
    S3Blobs blobs(store, folder.path / "copies");
    FolderHolders holders(folder.path / "holders");
    auto uploads = std::make_unique<Uploads>(folder.path / "uploads", blobs, holders, systemNow);
    const std::string content = "a photo's bytes";
    const UploadMeta meta{crypto::sha256(content), content.size(), "kid", "image/jpeg"};
    const auto begun = uploads->create(meta, false);
    REQUIRE(begun);
    auto writer = uploads->resume("kid", begun->id, 0, std::nullopt);
    REQUIRE(writer);
    REQUIRE((*writer)->append(asBytes(content)));
    server.setAway(true);
    CHECK_THROWS_AS((*writer)->finish(), BlobsAway);
    CHECK_THROWS_AS(uploads->state("kid", begun->id), BlobsAway);
    CHECK(server.objects().empty());
    SECTION("the same front end") {}
    SECTION("started anew meanwhile") {
        uploads = std::make_unique<Uploads>(folder.path / "uploads", blobs, holders, systemNow);
    }
    server.setAway(false);
    const auto state = uploads->state("kid", begun->id);
    REQUIRE(state);
    CHECK(state->complete());
    CHECK(blobs.isWhole(meta.sha256));
}

TEST_CASE("a client that goes on at another front end begins its file again, and the file comes once") {
    S3Server server;
    TempFolder folder;
    S3Store store(server.place(), systemNow, {2, milliseconds(1), milliseconds(300), {}, kPart});
    S3Blobs blobs(store, folder.path / "copies"), same(store, folder.path / "others");
    FolderHolders holders(folder.path / "holders");
    Uploads one(folder.path / "one", blobs, holders, systemNow), other(folder.path / "other", same, holders, systemNow);
    const std::string content = "a photo's bytes";
    const UploadMeta meta{crypto::sha256(content), content.size(), "kid", "image/jpeg"};
    const auto begun = one.create(meta, false);
    REQUIRE((*one.resume("kid", begun->id, 0, std::nullopt))->append(asBytes(content).first(5)));
    CHECK(other.state("kid", begun->id).error().code == "upload_unknown");
    const auto again = other.create(meta, false);
    REQUIRE(again);
    CHECK(again->offset == 0);
    auto writer = other.resume("kid", again->id, 0, std::nullopt);
    REQUIRE((*writer)->append(asBytes(content)));
    CHECK((*writer)->finish()->complete());
    // At the first one it is whole by now, too.
    CHECK(one.state("kid", begun->id)->complete());
    CHECK(blobs.isWhole(meta.sha256));
}
