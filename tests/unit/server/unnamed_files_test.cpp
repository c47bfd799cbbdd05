#include "sync-server/blobs/unnamed_files.h"

#include <catch2/catch.hpp>
#include <set>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "sync-server/blobs/folder_blobs.h"
#include "sync-server/blobs/folder_holders.h"
#include "sync-server/blobs/uploads.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

// Files of a server whose log names what the test says.
struct Shelf {
    explicit Shelf(UnnamedLimits limits = {100, 250, std::chrono::hours(48)}) : limits(limits) { open(); }

    void open() {
        uploads.reset();
        unnamed.reset();
        const auto clock = [this] { return Instant{now, {}}; };
        unnamed = std::make_unique<UnnamedFiles>(
            folder.path / "unnamed", blobs, clock, [this](const Sha256& hash) { return named.contains(hash); }, limits);
        uploads =
            std::make_unique<Uploads>(folder.path / "uploads", blobs, holders, clock, UploadLimits{}, unnamed.get());
    }
    // What became of sending this: "" or the code of the refusal.
    std::string send(const std::string& kid, const std::string& content) {
        const auto made = uploads->create({crypto::sha256(content), content.size(), kid, ""}, there(content));
        if (!made) return made.error().code;
        if (made->complete()) return {};
        auto writer = uploads->resume(kid, made->id, 0, std::nullopt).value();
        if (!writer->append(asBytes(content)) || !writer->finish()) throw std::runtime_error("not sent");
        return {};
    }
    bool there(const std::string& content) { return blobs.sizeOf(crypto::sha256(content)).has_value(); }
    void name(const std::string& content) { named.insert(crypto::sha256(content)); }

    TempFolder folder;
    UnnamedLimits limits;
    FolderBlobs blobs{folder.path / "blobs"};
    FolderHolders holders{folder.path / "holders"};
    std::set<Sha256> named;
    TimePoint now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    std::unique_ptr<UnnamedFiles> unnamed;
    std::unique_ptr<Uploads> uploads;
};

std::string file(char letter, std::size_t size = 60) {
    return std::string(size, letter);
}

}  // namespace

TEST_CASE("a file that no line came to name is removed after its time, one that is named stays") {
    Shelf shelf;
    CHECK(shelf.send("ann", file('a')).empty());
    CHECK(shelf.send("bob", file('b')).empty());
    shelf.now += std::chrono::hours(47);
    shelf.uploads->sweep();
    CHECK(shelf.there(file('a')));
    shelf.name(file('b'));
    shelf.open();  // the notes are on the disk
    shelf.now += std::chrono::hours(2);
    shelf.uploads->sweep();
    CHECK_FALSE(shelf.there(file('a')));
    CHECK(shelf.there(file('b')));
    CHECK(shelf.unnamed->bytes() == 0);
    CHECK(std::filesystem::is_empty(shelf.folder.path / "unnamed"));
}

TEST_CASE("sending a file again begins its time anew") {
    Shelf shelf;
    CHECK(shelf.send("ann", file('a')).empty());
    shelf.now += std::chrono::hours(40);
    CHECK(shelf.send("bob", file('a')).empty());
    shelf.now += std::chrono::hours(40);
    shelf.uploads->sweep();
    CHECK(shelf.there(file('a')));
    shelf.now += std::chrono::hours(9);
    shelf.uploads->sweep();
    CHECK_FALSE(shelf.there(file('a')));
}

TEST_CASE("a key sends only so much that no line names, also after a restart, and more when lines name it") {
    Shelf shelf;
    CHECK(shelf.send("ann", file('a')).empty());
    CHECK(shelf.send("ann", file('b')) == "unnamed_full");
    shelf.open();
    CHECK(shelf.send("ann", file('b')) == "unnamed_full");
    CHECK(shelf.send("bob", file('b')).empty());
    // What a line names is never held up.
    shelf.name(file('c'));
    CHECK(shelf.send("ann", file('c')).empty());
    shelf.name(file('a'));
    CHECK(shelf.send("ann", file('d')).empty());
    CHECK(shelf.unnamed->bytes() == 120);
}

TEST_CASE("what is announced and under way counts, and is free again when it is dropped") {
    Shelf shelf;
    const auto begun = shelf.uploads->create({crypto::sha256(file('a')), 60, "ann", ""}, false).value();
    CHECK(shelf.send("ann", file('b')) == "unnamed_full");
    auto writer = shelf.uploads->resume("ann", begun.id, 0, std::nullopt).value();
    REQUIRE(writer->append(asBytes(file('x'))));
    CHECK(writer->finish().error().code == "wrong_hash");
    CHECK(shelf.send("ann", file('b')).empty());
}

TEST_CASE("all keys together have a limit, too") {
    Shelf shelf;
    for (const char* kid : {"a", "b", "c", "d"}) CHECK(shelf.send(kid, file(kid[0])).empty());
    CHECK(shelf.send("e", file('e')) == "unnamed_full");
}

TEST_CASE("a file that a line names while it goes is put back") {
    Shelf shelf;
    const auto hash = crypto::sha256(file('a'));
    int asked = 0;
    // Unnamed until the file was taken aside, named from then on.
    UnnamedFiles unnamed(
        shelf.folder.path / "other", shelf.blobs,
        [&] {
            return Instant{shelf.now, {}};
        },
        [&](const Sha256&) { return ++asked > 2; }, shelf.limits);
    CHECK(shelf.send("ann", file('a')).empty());
    unnamed.arrives("ann", hash, 60);
    shelf.now += std::chrono::hours(100);
    unnamed.sweep();
    CHECK(asked == 3);
    CHECK(shelf.there(file('a')));
}

TEST_CASE("a file that was going when the server died is gone, or back, after the next sweep") {
    for (const bool named : {false, true}) {
        Shelf shelf;
        const auto hash = crypto::sha256(file('a'));
        CHECK(shelf.send("ann", file('a')).empty());
        shelf.now += std::chrono::hours(100);
        REQUIRE(shelf.blobs.takeAside(hash));
        if (named) shelf.name(file('a'));
        shelf.open();
        shelf.uploads->sweep();
        CHECK(shelf.there(file('a')) == named);
        CHECK_FALSE(shelf.blobs.takeAside(crypto::sha256(file('b'))));
        std::size_t left = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(shelf.folder.path / "blobs"))
            left += entry.is_regular_file();
        CHECK(left == (named ? 1 : 0));
    }
}

TEST_CASE("a running server knows from its log which files are named") {
    Limits limits;
    limits.unnamed.perKey = 100;
    World world(limits);
    auto device = world.enrol(domain::Role::inspector, {"62"});
    const auto sent = [&](const std::string& content) {
        try {
            world.upload(content, device);
            return true;
        } catch (const std::runtime_error&) {
            return false;
        }
    };
    CHECK(sent(file('a')));
    CHECK_FALSE(sent(file('b')));
    const record::FileRef named{crypto::sha256(file('a')), 60, "image/jpeg", "evidence", ""};
    REQUIRE(world.fate(device.say("standard.feedback", {{"text", "x"}}, {{}, {}, {named}}), device) == "accepted");
    CHECK(sent(file('b')));
}
