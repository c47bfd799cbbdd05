// What each place of files promises (blob_store.h), by the same cases: a folder, and an S3 store. That one stands in
// this process; where PLUMB_TEST_S3 names another's address ("http://127.0.0.1:8080/bucket", with the keys in
// AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY), the cases hold it too: tests/cluster names its Swift so.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <set>

#include "shared/crypto/hash.h"
#include "sync-server/blobs/folder_blobs.h"
#include "sync-server/blobs/s3_blobs.h"
#include "tests/unit/server/blobs/s3_server.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPart = std::uint64_t{5} << 20;  // the smallest that stores take

struct InFolder {
    TempFolder folder;
    FolderBlobs blobs{folder.path / "blobs"};
    static bool there() { return true; }
    // Something else under the file's name.
    void damage(const Sha256& sha256, const std::string& content) {
        fs::remove(blobs.pathOf(sha256));
        writeWholeFile(blobs.pathOf(sha256), content);
    }
};

struct InOurS3 {
    TempFolder folder;
    S3Server server;
    S3Store store{server.place(), systemNow, {5, std::chrono::milliseconds(1), std::chrono::seconds(5), {}, kPart}};
    S3Blobs blobs{store, folder.path / "copies"};
    static bool there() { return true; }
    void damage(const Sha256& sha256, const std::string& content) {
        server.put("log/" + sha256.hex().substr(0, 2) + '/' + sha256.hex(), content);
    }
};

S3Place namedPlace() {
    const std::string named = std::getenv("PLUMB_TEST_S3");
    const auto slash = named.rfind('/');
    return s3PlaceOf({"s3://" + named.substr(slash + 1) + "/contract", named.substr(0, slash), "us-east-1", {}, {}})
        .value();
}

struct InNamedS3 {
    TempFolder folder;
    S3Store store{namedPlace(), systemNow, {5, std::chrono::milliseconds(100), std::chrono::seconds(30), {}, kPart}};
    S3Blobs blobs{store, folder.path / "copies"};
    static bool there() { return std::getenv("PLUMB_TEST_S3") != nullptr; }
    void damage(const Sha256& sha256, const std::string& content) {
        writeWholeFile(folder.path / "other", content);
        const auto file = File::openToRead(folder.path / "other");
        store.put(sha256.hex().substr(0, 2) + '/' + sha256.hex(), *file, crypto::sha256(content));
    }
};

template <class Place>
Sha256 keep(Place& place, const std::string& content) {
    const auto sha256 = crypto::sha256(content);
    writeWholeFile(place.folder.path / "part", content);
    place.blobs.adopt(place.folder.path / "part", sha256);
    return sha256;
}

// A place may hold what an earlier run left.
std::string fresh(const std::string& what) {
    return what + toHex(crypto::randomBytes(16));
}

}  // namespace

TEMPLATE_TEST_CASE("a file that was taken is there, with its size and its bytes, and no longer where it came from", "",
                   InFolder, InOurS3, InNamedS3) {
    if (!TestType::there()) return;
    TestType place;
    const auto content = fresh("bytes with \0 and \xff");
    CHECK_FALSE(place.blobs.sizeOf(crypto::sha256(content)));
    CHECK_FALSE(place.blobs.seemsThere(crypto::sha256(content)));
    CHECK(place.blobs.open(crypto::sha256(content)) == nullptr);
    CHECK_FALSE(place.blobs.read(crypto::sha256(content), 1000));
    CHECK_FALSE(place.blobs.localCopy(crypto::sha256(content)));
    const auto sha256 = keep(place, content);
    CHECK_FALSE(fs::exists(place.folder.path / "part"));
    CHECK(place.blobs.sizeOf(sha256) == content.size());
    CHECK(place.blobs.seemsThere(sha256));
    CHECK(place.blobs.read(sha256, 1000) == content);
    CHECK_FALSE(place.blobs.read(sha256, content.size() - 1));
    CHECK(place.blobs.isWhole(sha256));
    CHECK_THAT(place.blobs.placeOf(sha256), Catch::EndsWith(sha256.hex()));
    // Once more is no harm.
    keep(place, content);
    CHECK(place.blobs.read(sha256, 1000) == content);
    place.blobs.takeAside(sha256);
    place.blobs.removeAside(sha256);
}

TEMPLATE_TEST_CASE("an empty file is a file", "", InFolder, InOurS3, InNamedS3) {
    if (!TestType::there()) return;
    TestType place;
    const auto sha256 = keep(place, "");
    CHECK(place.blobs.sizeOf(sha256) == 0u);
    CHECK(place.blobs.read(sha256, 10) == "");
    CHECK(place.blobs.isWhole(sha256));
}

TEMPLATE_TEST_CASE("any part of a file is read from where it begins", "", InFolder, InOurS3, InNamedS3) {
    if (!TestType::there()) return;
    TestType place;
    // More than what an S3 reader fetches at once, and more than one part of an upload.
    std::string content = fresh("long");
    while (content.size() < 2 * kPart + 12'345) content += crypto::sha256(content.substr(content.size() - 16)).hex();
    const auto sha256 = keep(place, content);
    CHECK(place.blobs.sizeOf(sha256) == content.size());
    const auto file = place.blobs.open(sha256);
    REQUIRE(file);
    CHECK(file->size() == content.size());
    for (const std::uint64_t at : {std::uint64_t{0}, std::uint64_t{1} << 20, (std::uint64_t{1} << 20) - 3, kPart - 5,
                                   std::uint64_t{content.size() - 4}}) {
        std::string piece(100, '\0');
        std::size_t got = 0;
        while (got < piece.size()) {
            const auto more = file->read(at + got, {reinterpret_cast<std::uint8_t*>(piece.data()) + got, 100 - got});
            if (more == 0) break;
            got += more;
        }
        CHECK(piece.substr(0, got) == content.substr(at, 100));
    }
    std::uint8_t one = 0;
    CHECK(file->read(content.size(), {&one, 1}) == 0);
    CHECK(file->read(content.size() + 7, {&one, 1}) == 0);
    CHECK(place.blobs.isWhole(sha256));
    CHECK(place.blobs.takeAside(sha256));
    CHECK(place.blobs.isWhole(sha256) == false);
    place.blobs.putBack(sha256);
    CHECK(place.blobs.isWhole(sha256));
    place.blobs.takeAside(sha256);
    place.blobs.removeAside(sha256);
}

TEMPLATE_TEST_CASE("a reader that takes a path is given one, of the right contents", "", InFolder, InOurS3, InNamedS3) {
    if (!TestType::there()) return;
    TestType place;
    const auto content = fresh("code,name\n");
    const auto sha256 = keep(place, content);
    const auto path = place.blobs.localCopy(sha256);
    REQUIRE(path);
    CHECK(readWholeFile(*path) == content);
    CHECK(place.blobs.localCopy(sha256) == path);
}

TEMPLATE_TEST_CASE("what is no longer its file is told, and leaves its name free", "", InFolder, InOurS3, InNamedS3) {
    if (!TestType::there()) return;
    TestType place;
    const auto content = fresh("right");
    const auto sha256 = keep(place, content);
    place.damage(sha256, "wrong");
    CHECK(place.blobs.sizeOf(sha256) == 5u);
    CHECK_FALSE(place.blobs.isWhole(sha256));
    place.blobs.setAside(sha256);
    CHECK_FALSE(place.blobs.sizeOf(sha256));
    keep(place, content);
    CHECK(place.blobs.isWhole(sha256));
    place.blobs.removeDamaged(sha256);
    place.blobs.removeDamaged(sha256);
    CHECK(place.blobs.isWhole(sha256));
}

TEMPLATE_TEST_CASE("a file goes out of its place, and back or away", "", InFolder, InOurS3, InNamedS3) {
    if (!TestType::there()) return;
    TestType place;
    const auto content = fresh("going");
    const auto sha256 = crypto::sha256(content);
    CHECK_FALSE(place.blobs.takeAside(sha256));
    place.blobs.putBack(sha256);
    CHECK_FALSE(place.blobs.sizeOf(sha256));
    keep(place, content);
    CHECK(place.blobs.takeAside(sha256));
    CHECK_FALSE(place.blobs.sizeOf(sha256));
    CHECK_FALSE(place.blobs.seemsThere(sha256));
    SECTION("back") {
        place.blobs.putBack(sha256);
        CHECK(place.blobs.read(sha256, 1000) == content);
        CHECK(place.blobs.takeAside(sha256));
        place.blobs.removeAside(sha256);
    }
    SECTION("taken once more, as after a crash") {
        CHECK(place.blobs.takeAside(sha256));
        place.blobs.removeAside(sha256);
    }
    SECTION("it came anew meanwhile") {
        keep(place, content);
        place.blobs.putBack(sha256);
        CHECK(place.blobs.read(sha256, 1000) == content);
        CHECK(place.blobs.takeAside(sha256));
        place.blobs.removeAside(sha256);
    }
    SECTION("away") {
        place.blobs.removeAside(sha256);
    }
    CHECK_FALSE(place.blobs.takeAside(sha256));
    CHECK_FALSE(place.blobs.sizeOf(sha256));
    place.blobs.removeAside(sha256);
}

TEMPLATE_TEST_CASE("all files are told, and nothing that lies aside", "", InFolder, InOurS3, InNamedS3) {
    if (!TestType::there()) return;
    TestType place;
    std::set<Sha256> kept;
    for (int i = 0; i < 5; ++i) kept.insert(keep(place, fresh("one of several")));
    const auto aside = keep(place, fresh("going")), damaged = keep(place, fresh("damaged"));
    REQUIRE(place.blobs.takeAside(aside));
    place.blobs.setAside(damaged);
    const auto told = [&] {
        std::multiset<Sha256> out;
        place.blobs.each([&](const Sha256& sha256) { out.insert(sha256); });
        return out;
    }();
    for (const auto& sha256 : kept) CHECK(told.count(sha256) == 1);
    CHECK(told.count(aside) == 0);
    CHECK(told.count(damaged) == 0);
    place.blobs.removeAside(aside);
    place.blobs.removeDamaged(damaged);
    for (const auto& sha256 : kept) {
        place.blobs.takeAside(sha256);
        place.blobs.removeAside(sha256);
    }
}
