// A witness cosigns each checkpoint only after the one before it, and answers everything else as tlog-witness says.
#include "shared/sync/witness.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "shared/crypto/add_checkpoint.h"
#include "shared/crypto/cosignature.h"
#include "tests/unit/sync/tiled_log.h"

using namespace plumb;
using namespace plumb::sync;
using kit::TiledLog;

namespace {

struct Place {
    Place() {
        char name[] = "/tmp/plumb-witness-XXXXXX";
        folder = mkdtemp(name);
        identity = makeWitnessIdentity(folder / "witness.key", "witness.test/w1").value();
        reopen();
    }
    ~Place() { std::filesystem::remove_all(folder); }
    void reopen() {
        book.reset();
        book = store::WitnessBook::open(folder / "witness.db").value();
    }
    WitnessReply ask(const std::string& text) {
        Witness witness(*book, *identity, [] { return Instant{TimePoint(std::chrono::seconds(1'800'000'000)), {}}; });
        return witness.addCheckpoint(text);
    }
    WitnessReply ask(const TiledLog& log, std::uint64_t old, std::uint64_t size) {
        return ask(
            crypto::formatAddCheckpoint({old, crypto::consistencyProof(old, size, log.nodes()), log.noteAt(size)}));
    }

    std::filesystem::path folder;
    std::optional<WitnessIdentity> identity;
    std::unique_ptr<store::WitnessBook> book;
};

bool isSize(const WitnessReply& reply, std::uint64_t size) {
    return reply.status == 409 && reply.type == "text/x.tlog.size" && reply.body == std::to_string(size) + "\n";
}

}  // namespace

TEST_CASE("a witness cosigns what continues what it cosigned") {
    Place place;
    TiledLog log;
    log.grow(2000);
    REQUIRE(place.book->addLog(log.key()));
    std::uint64_t before = 0;
    for (const std::uint64_t size : {1, 2, 3, 3, 255, 256, 1000, 2000}) {
        INFO(size);
        const auto reply = place.ask(log, before, size);
        REQUIRE(reply.status == 200);
        const std::string note = log.noteAt(size) + reply.body;
        const auto at = crypto::cosignedAt(crypto::splitNote(note, 16384, "checkpoint").value(),
                                           crypto::parseWitnessKey(place.identity->verifierKey()).value());
        CHECK(at.value() == std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000)));
        // It is written down before it is said: another program that opens the book knows of it.
        place.reopen();
        CHECK(place.book->log(log.key().name)->size == size);
        CHECK(place.book->log(log.key().name)->note == log.noteAt(size));
        before = size;
    }
}

TEST_CASE("a witness refuses as the specification says, and changes nothing") {
    Place place;
    TiledLog log, other, forged("log.test/a", 9), unknown("log.test/b");
    log.grow(100);
    other.grow(50);
    other.grow(100, "other");
    forged.grow(100);
    unknown.grow(100);
    REQUIRE(place.book->addLog(log.key()));
    CHECK(place.ask(unknown, 0, 10).status == 404);
    CHECK(place.ask(forged, 0, 10).status == 403);
    CHECK(place.ask("nonsense").status == 400);
    CHECK(place.ask("old 0\n\nnonsense\n\n— a AAAAAAA=\n").status == 400);
    CHECK(isSize(place.ask(log, 5, 10), 0));
    REQUIRE(place.ask(log, 0, 60).status == 200);
    CHECK(isSize(place.ask(log, 0, 70), 60));
    CHECK(isSize(place.ask(log, 59, 70), 60));
    CHECK(isSize(place.ask(log, 20, 30), 60));
    CHECK(place.ask(crypto::formatAddCheckpoint({70, {}, log.noteAt(60)})).status == 400);
    // A proof that proves something else, none, and one too many.
    CHECK(place.ask(other, 60, 70).status == 422);
    CHECK(place.ask(crypto::formatAddCheckpoint({60, {}, log.noteAt(70)})).status == 422);
    auto proof = crypto::consistencyProof(60, 70, log.nodes());
    proof.push_back(proof.back());
    CHECK(place.ask(crypto::formatAddCheckpoint({60, proof, log.noteAt(70)})).status == 422);
    CHECK(place.ask(crypto::formatAddCheckpoint({60, proof, log.noteAt(60)})).status == 422);
    // The same size with another root: told, and kept as evidence, once.
    CHECK(isSize(place.ask(other, 60, 60), 60));
    CHECK(isSize(place.ask(other, 60, 60), 60));
    const auto found = place.book->contradictions();
    REQUIRE(found.size() == 1);
    CHECK(found[0].cosigned == log.noteAt(60));
    CHECK(found[0].note == other.noteAt(60));
    CHECK(place.book->log(log.key().name)->size == 60);
    CHECK(place.ask(log, 60, 70).status == 200);
}

TEST_CASE("a witness begins with no proof, and an empty log is a state") {
    Place place;
    TiledLog log;
    log.grow(10);
    REQUIRE(place.book->addLog(log.key()));
    CHECK(place.ask(log, 0, 0).status == 200);
    CHECK(place.ask(crypto::formatAddCheckpoint({0, {log.rootAt(3)}, log.noteAt(10)})).status == 422);
    CHECK(place.ask(log, 0, 10).status == 200);
}

TEST_CASE("two who ask at once never bring a witness back") {
    Place place;
    TiledLog log;
    log.grow(100);
    REQUIRE(place.book->addLog(log.key()));
    REQUIRE(place.ask(log, 0, 10).status == 200);
    const auto second = store::WitnessBook::open(place.folder / "witness.db").value();
    Witness other(*second, *place.identity, systemNow);
    REQUIRE(place.ask(log, 10, 50).status == 200);
    const auto late = other.addCheckpoint(
        crypto::formatAddCheckpoint({10, crypto::consistencyProof(10, 20, log.nodes()), log.noteAt(20)}));
    CHECK(isSize(late, 50));
    CHECK(second->log(log.key().name)->size == 50);
}

TEST_CASE("a log goes by one key, and a witness by one file") {
    Place place;
    TiledLog log, forged("log.test/a", 9);
    REQUIRE(place.book->addLog(log.key()));
    REQUIRE(place.book->addLog(log.key()));
    CHECK(place.book->addLog(forged.key()).error().code == "log_known");
    CHECK(place.book->logs().size() == 1);
    CHECK(loadWitnessIdentity(place.folder / "witness.key").value().verifierKey() == place.identity->verifierKey());
    CHECK(makeWitnessIdentity(place.folder / "witness.key", "witness.test/w1").error().code == "key_there");
    CHECK(makeWitnessIdentity(place.folder / "other.key", "with blank").error().code == "bad_name");
    CHECK(makeWitnessIdentity(place.folder / "other.key", "a+b").error().code == "bad_name");
    CHECK(loadWitnessIdentity(place.folder / "none.key").error().kind == ErrorKind::notFound);
    CHECK(loadWitnessIdentity(place.folder / "witness.db").error().code == "bad_key_file");
}
