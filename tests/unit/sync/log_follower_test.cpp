// A log looked at from outside: whole, lying, shrunken, forked, resumed.
#include "shared/sync/log_follower.h"

#include <catch2/catch.hpp>

#include "shared/sync/compare_checkpoints.h"
#include "tests/unit/sync/tiled_log.h"

using namespace plumb;
using namespace plumb::sync;
using kit::TiledLog;

namespace {

struct Watcher {
    explicit Watcher(TiledLog& log)
        : key(log.key()),
          tiles(log, "/log", [this](std::chrono::seconds time) { waited += time; }),
          follower(tiles, key, [this](const SeenLog& now) -> Result<void> {
              seen = now;
              ++saves;
              return {};
          }) {}
    Result<Followed> follow() { return follower.follow(seen); }
    std::string codeOf() {
        const auto done = follow();
        return done ? "" : done.error().code;
    }

    crypto::NoteKey key;
    std::chrono::seconds waited{0};
    std::optional<SeenLog> seen;
    int saves = 0;
    TileLog tiles;
    LogFollower follower;
};

}  // namespace

TEST_CASE("a log of any size is walked to the root that it signed") {
    for (const std::uint64_t size :
         {0, 1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 1000, 65535, 65536, 65537, 70000}) {
        INFO(size);
        TiledLog log;
        log.grow(size);
        Watcher watcher(log);
        const auto done = watcher.follow();
        REQUIRE(done);
        CHECK(done->seen.head() == log.headAt(size));
        CHECK(done->seen.walked == size / 256);
        // Each tile was fetched once, as the specification's example counts them.
        for (const auto& [path, times] : log.asked) {
            INFO(path);
            CHECK(times == 1);
        }
        if (size == 70000) CHECK(done->tiles == 273 + 1 + 1 + 1 + 1);
    }
}

TEST_CASE("a log that grew is followed from where it was left, and continues what was seen") {
    TiledLog log;
    log.grow(1);
    Watcher watcher(log);
    std::uint64_t before = 0;
    for (const std::uint64_t size : {1, 5, 255, 256, 300, 300, 700, 66000, 66001}) {
        INFO(size);
        log.grow(size);
        log.asked.clear();
        const auto done = watcher.follow();
        REQUIRE(done);
        CHECK((before == 0 || done->before->size == before));
        before = size;
        if (size == 66001) CHECK(log.asked.size() < 8);
    }
    CHECK(parseSeen(formatSeen(*watcher.seen)).value().note == watcher.seen->note);
}

TEST_CASE("a walk that breaks off goes on later") {
    TiledLog log;
    log.grow(200 * 256 + 10);
    log.instead["/log/tile/0/150"] = "";
    Watcher watcher(log);
    CHECK(watcher.codeOf() == "tile_missing");
    CHECK(watcher.seen->walked == 150);
    log.instead.clear();
    log.asked.clear();
    CHECK(watcher.codeOf().empty());
    CHECK(log.asked.count("/log/tile/0/149") == 0);
    CHECK(log.asked.count("/log/tile/0/150") == 1);
    log.dead = true;
    CHECK(watcher.codeOf() == "offline");
}

TEST_CASE("every wrong tile is found") {
    TiledLog log;
    log.grow(70000);
    std::vector<std::string> paths;
    {
        Watcher watcher(log);
        REQUIRE(watcher.follow());
        for (const auto& [path, times] : log.asked) {
            if (path != "/log/checkpoint" && paths.size() < 400) paths.push_back(path);
        }
    }
    for (std::size_t i = 0; i < paths.size(); i += i + 8 < paths.size() ? 37 : 1) {
        const auto tile = crypto::parseTilePath(paths[i].substr(10)).value();
        INFO(paths[i]);
        auto bytes = log.bytesOf(tile);
        bytes[(i * 7919) % bytes.size()] ^= 1;
        log.instead = {{paths[i], bytes}};
        CHECK(Watcher(log).codeOf() == "tile_wrong");
        log.instead = {{paths[i], log.bytesOf(tile).substr(32)}};
        CHECK(Watcher(log).codeOf() == "tile_wrong");
    }
}

TEST_CASE("a tile that is not full may be gone once the full one is there") {
    TiledLog log;
    log.grow(400);
    log.show(300);
    log.instead["/log/tile/0/001.p/44"] = "";
    CHECK(Watcher(log).codeOf() == "tile_missing");
    log.grow(600);
    log.show(300);
    CHECK(Watcher(log).codeOf().empty());
}

TEST_CASE("a server that asks for patience is waited for") {
    TiledLog log;
    log.grow(300);
    log.busy = 2;
    Watcher watcher(log);
    CHECK(watcher.codeOf().empty());
    CHECK(watcher.waited == std::chrono::seconds(6));
    log.busy = 1000;
    CHECK(watcher.codeOf() == "http_429");
}

TEST_CASE("a checkpoint that the log's key did not sign is refused") {
    TiledLog log, other("log.test/a", 2);
    log.grow(10);
    other.grow(10);
    Watcher watcher(log);
    watcher.seen.reset();
    LogFollower follower(watcher.tiles, other.key(), [](const SeenLog&) { return Result<void>(); });
    CHECK(follower.follow(std::nullopt).error().code == "bad_checkpoint");
    REQUIRE(watcher.follow());
    CHECK(follower.follow(watcher.seen).error().code == "other_log");
}

TEST_CASE("a log that shrank is told from one that forked, and of a fork the proof is kept") {
    TiledLog log, fork;
    log.grow(1000);
    fork.grow(300);
    Watcher watcher(log);
    REQUIRE(watcher.follow());
    log.show(999);
    CHECK(watcher.codeOf() == "log_shrank");
    CHECK_FALSE(watcher.follower.evidence());
    CHECK(watcher.seen->head().size == 1000);

    for (const std::uint64_t size : {1000, 1001, 1300, 70000}) {
        INFO(size);
        TiledLog other;
        other.grow(300);
        other.grow(size, "other");
        Watcher second(other);
        second.seen = watcher.seen;
        CHECK(second.codeOf() == "log_forked");
        REQUIRE(second.follower.evidence());
        const auto evidence = parseEvidence(formatEvidence(*second.follower.evidence())).value();
        const auto proved = verifyEvidence(evidence, log.key());
        REQUIRE(proved);
        CHECK(proved->larger.size == size);
        // Nothing that was seen is forgotten over it.
        CHECK(second.seen->head() == log.headAt(1000));
        CHECK_FALSE(verifyEvidence(evidence, TiledLog("log.test/a", 2).key()));
    }
}

TEST_CASE("two checkpoints of one log are no evidence") {
    TiledLog log;
    log.grow(1000);
    const auto key = crypto::formatNoteKey(log.key().name, log.key().key);
    const auto refused = [&](const ForkEvidence& evidence) {
        const auto proved = verifyEvidence(evidence, log.key());
        return proved ? std::string() : proved.error().code;
    };
    CHECK(refused({key, log.noteAt(5), log.noteAt(5)}) == "evidence_empty");
    CHECK(refused({key, log.noteAt(5), log.noteAt(9)}) == "evidence_empty");
    CHECK(refused({key, log.noteAt(5), log.noteAt(9), log.rootAt(5), crypto::consistencyProof(5, 9, log.nodes())}) ==
          "evidence_empty");
    CHECK(refused({key, log.noteAt(5), log.noteAt(9), log.rootAt(4), crypto::consistencyProof(5, 9, log.nodes())}) ==
          "evidence_empty");
    for (const char* bad : {"", "{}", "[]", R"({"kind":"plumb-log-fork","v":2})",
                            R"({"kind":"plumb-log-fork","v":1,"root_then":"x","consistency":[]})"}) {
        INFO(bad);
        CHECK_FALSE(parseEvidence(bad));
    }
    CHECK_FALSE(parseSeen("{}"));
    CHECK_FALSE(parseSeen(R"({"kind":"plumb-log-state","v":1,"key":")" + key + R"(","note":"x","walked":0})"));
}

TEST_CASE("two devices compare what they were shown") {
    TiledLog log, fork;
    log.grow(700);
    fork.grow(500);
    fork.grow(700, "other");
    const auto key = log.key();
    const auto compare = [&](const std::vector<std::string>& mine, const std::vector<std::string>& theirs,
                             TiledLog* asked) {
        std::optional<TileLog> tiles;
        if (asked) tiles.emplace(*asked, "/log", [](std::chrono::seconds) {});
        return compareCheckpoints(key, mine, theirs, tiles ? &*tiles : nullptr).value();
    };
    CHECK(compare({log.noteAt(600)}, {log.noteAt(600)}, nullptr).what == Comparison::same);
    // By a checkpoint of that size that this device verified itself.
    CHECK(compare({log.noteAt(600), log.noteAt(300)}, {log.noteAt(300)}, nullptr).what == Comparison::consistent);
    // Of what the other device says of its own past nothing is believed.
    CHECK(compare({log.noteAt(300)}, {log.noteAt(600), log.noteAt(300)}, nullptr).what == Comparison::unproved);
    CHECK(compare({log.noteAt(600)}, {log.noteAt(599)}, nullptr).what == Comparison::unproved);
    // By the log's tiles.
    CHECK(compare({log.noteAt(600)}, {log.noteAt(599)}, &log).what == Comparison::consistent);
    CHECK(compare({log.noteAt(599)}, {log.noteAt(600)}, &log).what == Comparison::consistent);
    log.show(100);
    CHECK(compare({log.noteAt(599)}, {log.noteAt(600)}, &log).what == Comparison::consistent);
    log.show(700);

    // A fork: at one size without any network, at two by the tiles, whichever side's the server shows.
    const auto same = compare({log.noteAt(600)}, {fork.noteAt(600)}, nullptr);
    CHECK(same.what == Comparison::forked);
    CHECK(verifyEvidence(*same.evidence, key));
    CHECK(compare({log.noteAt(600)}, {fork.noteAt(500)}, &log).what == Comparison::consistent);
    for (auto* shown : {&log, &fork}) {
        for (const auto& [mine, theirs] :
             {std::pair(log.noteAt(610), fork.noteAt(600)), std::pair(log.noteAt(600), fork.noteAt(610))}) {
            const auto found = compare({mine}, {theirs}, shown);
            CHECK(found.what == Comparison::forked);
            REQUIRE(found.evidence);
            CHECK(verifyEvidence(*found.evidence, key));
        }
    }
    // The other history is shown, and is smaller than what was seen here: what was seen before may contradict it.
    {
        TiledLog small;
        small.grow(500);
        small.grow(590, "other");
        CHECK(compare({log.noteAt(600)}, {small.noteAt(590)}, &small).what == Comparison::unproved);
        const auto before = compare({log.noteAt(600), log.noteAt(580), log.noteAt(400)}, {small.noteAt(590)}, &small);
        CHECK(before.what == Comparison::forked);
        CHECK(verifyEvidence(*before.evidence, key));
    }
    // An old common state hides no fork.
    CHECK(compare({log.noteAt(600), log.noteAt(400)}, {fork.noteAt(650), fork.noteAt(600), fork.noteAt(400)}, nullptr)
              .what == Comparison::forked);
    log.dead = true;
    const auto offline = compare({log.noteAt(600)}, {log.noteAt(599)}, &log);
    CHECK(offline.what == Comparison::unproved);
    CHECK(offline.why->code == "offline");

    const auto refused = [&](const std::vector<std::string>& theirs) {
        return compareCheckpoints(key, {log.noteAt(600)}, theirs, nullptr).error().code;
    };
    TiledLog foreign("log.test/b"), forged("log.test/a", 2);
    foreign.grow(600);
    forged.grow(600);
    CHECK(refused({foreign.noteAt(600)}) == "other_log");
    CHECK(refused({forged.noteAt(600)}) == "bad_checkpoint");
    CHECK(refused({}) == "no_checkpoint");
}

TEST_CASE("what a device shows is read from a file, a code or the note itself") {
    TiledLog log;
    log.grow(10);
    const ShownCheckpoints shown{"key", {log.noteAt(10), log.noteAt(4)}};
    const auto read = parseShown(formatShown(shown)).value();
    CHECK(read.key == "key");
    CHECK(read.notes == shown.notes);
    CHECK(parseShown(shownLink(log.noteAt(10))).value().notes == std::vector<std::string>{log.noteAt(10)});
    CHECK(parseShown(shownLink(log.noteAt(10)) + "\n").value().notes.size() == 1);
    CHECK(parseShown(log.noteAt(10)).value().notes == std::vector<std::string>{log.noteAt(10)});
    for (const char* bad : {"", "plumb://checkpoint?n=", "plumb://checkpoint?n=a b", "plumb://enrol?x", "{}", "words",
                            R"({"kind":"plumb-checkpoints","v":1,"key":"k","notes":[]})",
                            R"({"kind":"plumb-checkpoints","v":1,"key":"k","notes":[1]})"}) {
        INFO(bad);
        const auto parsed = parseShown(bad);
        if (parsed)
            CHECK(compareCheckpoints(log.key(), {log.noteAt(10)}, parsed->notes, nullptr).error().code ==
                  "bad_checkpoint");
    }
}
