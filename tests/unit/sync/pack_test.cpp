// Sync by file: devices and a server that never share a network, and everything that may happen to a file on its way.
#include "shared/sync/pack.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

#include "shared/crypto/hash.h"
#include "shared/store/durable_file.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;
namespace fs = std::filesystem;

namespace {

// A medium that people carry about.
struct Stick {
    server::kit::TempFolder folder;
    [[nodiscard]] fs::path operator/(const std::string& name) const { return folder.path / name; }
};

std::string codeOf(const auto& result) {
    return result ? "" : result.error().code;
}

// There and back.
Result<sync::Report> exchange(World& world, Tablet& tablet, const Stick& stick) {
    const auto written = sync::writePack(*tablet.store, stick / "out.plumbpack");
    if (!written) return fail(written.error());
    ToWorld carrier(world);
    if (auto carried = sync::carryPack(carrier, stick / "out.plumbpack", stick / "back.plumbpack"); !carried)
        return fail(carried.error());
    return sync::takePack(*tablet.store, stick / "back.plumbpack");
}

Bytes bytesOf(const fs::path& file) {
    return store::readWhole(file).value();
}

void write(const fs::path& file, ByteView bytes) {
    std::ofstream(file, std::ios::binary) << asText(bytes);
}

}  // namespace

TEST_CASE("two tablets and a server that never share a network come to hold the same, proved") {
    World world;
    world.publish();
    const Stick stick;
    Tablet first(world, world.invite(domain::Role::inspector, {"62"}));
    Tablet second(world, world.invite(domain::Role::inspector, {"62"}));

    const auto mine = first.inspect({"what the first saw", "and this"});
    const auto hers = second.inspect({"what the second saw"});
    const auto done = exchange(world, first, stick);
    REQUIRE(done);
    CHECK(done->proved == 1);
    CHECK(done->problems.empty());
    CHECK(done->files.missing == 0);
    CHECK(first.store->recordByHash(mine.hash())->state == store::RecordState::proved);
    CHECK(first.unproved() == 0);
    CHECK(world.services().blobs.sizeOf(crypto::sha256("what the first saw")) == 18);

    REQUIRE(exchange(world, second, stick));
    REQUIRE(exchange(world, first, stick));
    // Each holds the other's line, believed, and the checklist's document with which to go on.
    for (const auto* tablet : {&first, &second}) {
        for (const auto& line : {mine, hers}) {
            const auto row = tablet->store->recordByHash(line.hash());
            REQUIRE(row);
            CHECK(row->logIndex);
            CHECK(row->doubt.empty());
        }
        CHECK(tablet->store->newestCheckpoint()->checkpoint.size == world.services().head.get()->size);
    }
    const auto held = linesOf(world);
    CHECK(std::count(held.begin(), held.end(), mine.hash()) == 1);
    CHECK(std::count(held.begin(), held.end(), hers.hash()) == 1);
}

TEST_CASE("an answer can be taken twice, and a file carried twice, and nothing is there twice") {
    World world;
    world.publish();
    const Stick stick;
    Tablet tablet(world, world.invite(domain::Role::inspector, {"62"}));
    const auto line = tablet.inspect({"seen"});
    REQUIRE(sync::writePack(*tablet.store, stick / "out"));
    ToWorld carrier(world);
    REQUIRE(sync::carryPack(carrier, stick / "out", stick / "one"));
    REQUIRE(sync::carryPack(carrier, stick / "out", stick / "two"));
    REQUIRE(sync::takePack(*tablet.store, stick / "one"));
    REQUIRE(sync::takePack(*tablet.store, stick / "one"));
    REQUIRE(sync::takePack(*tablet.store, stick / "two"));
    CHECK(tablet.unproved() == 0);
    const auto held = linesOf(world);
    CHECK(std::count(held.begin(), held.end(), line.hash()) == 1);
}

TEST_CASE("what was signed after the file was written waits for the next one") {
    World world;
    world.publish();
    const Stick stick;
    Tablet tablet(world, world.invite(domain::Role::inspector, {"62"}));
    tablet.inspect({"before"});
    REQUIRE(sync::writePack(*tablet.store, stick / "out"));
    const auto later = tablet.inspect({"after"});
    ToWorld carrier(world);
    REQUIRE(sync::carryPack(carrier, stick / "out", stick / "back"));
    const auto done = sync::takePack(*tablet.store, stick / "back");
    REQUIRE(done);
    CHECK(done->problems.empty());
    CHECK(tablet.unproved() == 1);
    CHECK(tablet.store->recordByHash(later.hash())->state == store::RecordState::signedHere);
    REQUIRE(exchange(world, tablet, stick));
    CHECK(tablet.unproved() == 0);
    CHECK(tablet.store->tally().missing == 0);
}

TEST_CASE("a file that was cut, changed or mixed up is refused with what is wrong, and changes nothing") {
    World world;
    world.publish();
    const Stick stick;
    Tablet tablet(world, world.invite(domain::Role::inspector, {"62"}));
    Tablet other(world, world.invite(domain::Role::inspector, {"62"}));
    tablet.inspect({"seen"});
    REQUIRE(sync::writePack(*tablet.store, stick / "out"));
    ToWorld carrier(world);
    const auto out = bytesOf(stick / "out");
    const auto carried = [&](ByteView bytes) {
        write(stick / "wrong", bytes);
        const auto before = linesOf(world).size();
        const auto done = sync::carryPack(carrier, stick / "wrong", stick / "none");
        CHECK(linesOf(world).size() == before);
        CHECK_FALSE(fs::exists(stick / "none"));
        return codeOf(done);
    };
    CHECK(carried(asBytes("a letter")) == "bad_pack");
    CHECK(carried({}) == "bad_pack");
    CHECK(carried(ByteView(out).first(40)) == "bad_pack");
    for (const std::size_t at : {std::size_t{70}, out.size() / 2, out.size() - 1}) {
        auto changed = out;
        changed[at] ^= 1;
        const auto code = carried(changed);
        CHECK((code == "pack_changed" || code == "pack_foreign" || code == "bad_pack"));
    }
    CHECK(codeOf(sync::carryPack(carrier, stick / "nothing there", stick / "none")) == "no_file");
    // Pieces that came whole are good, whatever follows them: the line is in the log, and the next file finds it there.
    auto longer = out;
    longer.push_back(0);
    write(stick / "wrong", longer);
    CHECK(codeOf(sync::carryPack(carrier, stick / "wrong", stick / "none")) == "bad_pack");
    CHECK_FALSE(fs::exists(stick / "none"));

    REQUIRE(sync::carryPack(carrier, stick / "out", stick / "back"));
    const auto back = bytesOf(stick / "back");
    const auto taken = [&](Tablet& by, ByteView bytes) {
        write(stick / "wrong", bytes);
        return codeOf(sync::takePack(*by.store, stick / "wrong"));
    };
    CHECK(taken(tablet, out) == "bad_pack");
    CHECK(taken(other, back) == "pack_unknown");
    CHECK(taken(tablet, ByteView(back).first(back.size() - 1)) == "pack_cut");
    for (std::size_t at = 60; at < back.size(); at += back.size() / 20) {
        auto changed = back;
        changed[at] ^= 1;
        CHECK_FALSE(taken(tablet, changed).empty());
    }
    CHECK(tablet.unproved() == 1);
    CHECK(taken(tablet, back).empty());
    CHECK(tablet.unproved() == 0);
}

TEST_CASE("neither file shows what is in it") {
    World world;
    world.publish();
    const Stick stick;
    Tablet tablet(world, world.invite(domain::Role::inspector, {"62"}));
    tablet.inspect({"the manager of the dairy refused"});
    REQUIRE(exchange(world, tablet, stick));
    for (const auto* name : {"out.plumbpack", "back.plumbpack"}) {
        const auto bytes = bytesOf(stick / name);
        const std::string text(asText(bytes));
        for (const auto* word : {"dairy", "inspection", "yongchang", "sha256", "checkpoint"})
            CHECK(text.find(word) == std::string::npos);
    }
}

TEST_CASE("an answer of before what the device learnt meanwhile is said to be old, and takes nothing back") {
    World world;
    world.publish();
    const Stick stick;
    Tablet tablet(world, world.invite(domain::Role::inspector, {"62"}));
    tablet.inspect({"seen"});
    REQUIRE(sync::writePack(*tablet.store, stick / "out"));
    ToWorld carrier(world);
    REQUIRE(sync::carryPack(carrier, stick / "out", stick / "back"));
    Tablet other(world, world.invite(domain::Role::inspector, {"62"}));
    other.inspect();
    REQUIRE(other.fate().empty());
    REQUIRE(tablet.fate().empty());  // a network after all
    const auto size = tablet.store->newestCheckpoint()->checkpoint.size;
    CHECK(codeOf(sync::takePack(*tablet.store, stick / "back")) == "pack_old");
    CHECK(tablet.store->newestCheckpoint()->checkpoint.size == size);
    CHECK(tablet.unproved() == 0);
}

TEST_CASE("a revoked device's file gives its lines nothing, and its owner a sentence") {
    World world;
    world.publish();
    const Stick stick;
    Tablet tablet(world, world.invite(domain::Role::inspector, {"62"}));
    REQUIRE(tablet.fate().empty());
    tablet.inspect({"seen"});
    REQUIRE(sync::writePack(*tablet.store, stick / "out"));
    auto& admin = world.admin();
    REQUIRE(world.fate(admin.say("key.revoked", {{"key", tablet.kid()}, {"reason", "lost"}}), admin) == "accepted");
    ToWorld carrier(world);
    const auto before = linesOf(world).size();
    REQUIRE(sync::carryPack(carrier, stick / "out", stick / "back"));
    CHECK(linesOf(world).size() == before);
    CHECK(codeOf(sync::takePack(*tablet.store, stick / "back")) == "key_revoked");
    CHECK(tablet.unproved() == 1);
}

TEST_CASE("a file that lies: another's head, another log's, a file under a wrong hash") {
    World world, elsewhere;
    world.publish();
    elsewhere.publish();
    const Stick stick;
    Tablet tablet(elsewhere, elsewhere.invite(domain::Role::inspector, {"62"}));
    tablet.inspect();
    REQUIRE(sync::writePack(*tablet.store, stick / "out"));
    ToWorld carrier(world);
    CHECK(codeOf(sync::carryPack(carrier, stick / "out", stick / "back")) == "pack_foreign");
}

TEST_CASE("a medium that is full gets no half file") {
    World world;
    world.publish();
    Tablet tablet(world, world.invite(domain::Role::inspector, {"62"}));
    tablet.inspect({std::string(100'000, 'x')});
    const auto written = sync::writePack(*tablet.store, "/dev/full/out");
    CHECK_FALSE(written);
    const auto full = sync::writePack(*tablet.store, fs::path("/no such folder") / "out");
    CHECK(codeOf(full) == "file_unwritable");
    CHECK(tablet.unproved() == 1);
}
