// What the store promises, one test a promise.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "sync-server/store/sqlite_store.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using kit::TempFolder;

namespace {

Entry entryOf(std::uint64_t index, const std::string& author, std::uint64_t seq) {
    return {index,
            crypto::sha256("line " + std::to_string(index)),
            author,
            seq,
            "record-" + std::to_string(index),
            "standard.feedback",
            "62",
            "site",
            TimePoint(std::chrono::milliseconds(1000 + index))};
}

void append(StoreWriter& writer, std::uint64_t index, const std::string& author, std::uint64_t seq) {
    writer.appendLine(index, TimePoint(std::chrono::milliseconds(1000 + index)), "line " + std::to_string(index));
    writer.putEntry(entryOf(index, author, seq), false);
}

// A store of two lines, by "a" and by "b".
struct Kept {
    TempFolder folder;
    std::unique_ptr<Store> store = open();
    std::unique_ptr<StoreReader> reader = store->openReader();

    [[nodiscard]] std::unique_ptr<Store> open() const { return kit::openAt(folder.path / "log.db"); }
    StoreWriter& writer() { return store->writer(); }
    void keepTwo() {
        writer().begin();
        append(writer(), 0, "a", 1);
        append(writer(), 1, "b", 1);
        writer().putChain("a", {1, crypto::sha256("line 0"), 1, 0});
        writer().commit();
    }
};

}  // namespace

TEST_CASE("an empty store has no line, no entry and no chain") {
    Kept kept;
    CHECK(kept.reader->size() == 0);
    CHECK_FALSE(kept.reader->line(0));
    CHECK_FALSE(kept.reader->entry(0));
    CHECK_FALSE(kept.reader->chain("a"));
}

TEST_CASE("before the commit only the writer sees what it writes, after it everyone does") {
    Kept kept;
    kept.writer().begin();
    append(kept.writer(), 0, "a", 1);
    CHECK(kept.writer().reader().size() == 1);
    CHECK(kept.reader->size() == 0);
    CHECK_FALSE(kept.reader->line(0));
    kept.writer().commit();
    CHECK(kept.reader->size() == 1);
    CHECK(kept.reader->line(0) == "line 0");
}

TEST_CASE("a line is found by its index, its hash, its author's place; with when it came") {
    Kept kept;
    kept.keepTwo();
    CHECK(kept.reader->line(1) == "line 1");
    CHECK(kept.reader->receivedAt(1) == TimePoint(std::chrono::milliseconds(1001)));
    CHECK(kept.reader->entry(0)->author == "a");
    CHECK(kept.reader->entryByHash(crypto::sha256("line 1"))->index == 1);
    CHECK(kept.reader->placesOf("b", 1, 9).size() == 1);
    CHECK(kept.reader->placesOf("b", 2, 9).empty());
    CHECK(kept.reader->chain("a")->tipSeq == 1);
}

TEST_CASE("what is rolled back never was, however often that is said") {
    Kept kept;
    kept.keepTwo();
    kept.writer().begin();
    append(kept.writer(), 2, "c", 1);
    kept.writer().rollback();
    kept.writer().rollback();
    CHECK(kept.reader->size() == 2);
    CHECK(kept.reader->placesOf("c", 1, 9).empty());
    // Its index is free again.
    kept.writer().begin();
    append(kept.writer(), 2, "d", 1);
    kept.writer().commit();
    CHECK(kept.reader->entry(2)->author == "d");
}

TEST_CASE("an index holds one line") {
    Kept kept;
    kept.keepTwo();
    kept.writer().begin();
    CHECK_THROWS((kept.writer().appendLine(1, TimePoint{}, "another"), kept.writer().commit()));
    kept.writer().rollback();
    CHECK(kept.reader->line(1) == "line 1");
}

TEST_CASE("a hash stands for one line") {
    Kept kept;
    kept.keepTwo();
    kept.writer().begin();
    kept.writer().appendLine(2, TimePoint{}, "line");
    auto twice = entryOf(2, "d", 1);
    twice.hash = crypto::sha256("line 1");
    CHECK_THROWS((kept.writer().putEntry(twice, false), kept.writer().commit()));
    kept.writer().rollback();
    CHECK(kept.reader->entryByHash(crypto::sha256("line 1"))->index == 1);
}

TEST_CASE("a scan goes in order, from where it is told, until its reader has enough") {
    Kept kept;
    kept.keepTwo();
    const auto seen = [&](std::uint64_t from, std::size_t enough) {
        std::vector<std::uint64_t> all;
        kept.reader->scan(from, 10, [&](const Entry& entry) {
            all.push_back(entry.index);
            return all.size() < enough;
        });
        return all;
    };
    CHECK(seen(0, 10) == std::vector<std::uint64_t>{0, 1});
    CHECK(seen(1, 10) == std::vector<std::uint64_t>{1});
    CHECK(seen(0, 1) == std::vector<std::uint64_t>{0});
    CHECK(seen(2, 10).empty());
}

TEST_CASE("what is committed is there when the store is opened again") {
    Kept kept;
    kept.keepTwo();
    kept.reader.reset();
    kept.store.reset();
    kept.store = kept.open();
    const auto reader = kept.store->openReader();
    CHECK(reader->size() == 2);
    CHECK(reader->line(0) == "line 0");
    CHECK(reader->entry(1)->author == "b");
}

TEST_CASE("the index goes, lines stay") {
    Kept kept;
    kept.keepTwo();
    kept.writer().begin();
    kept.writer().clearIndex();
    kept.writer().commit();
    CHECK_FALSE(kept.reader->entry(0));
    CHECK_FALSE(kept.reader->chain("a"));
    CHECK(kept.reader->line(0) == "line 0");
}

TEST_CASE("lines are append-only even to someone with the database in hand") {
    Kept kept;
    kept.keepTwo();
    const auto connection = kept.store->connect();
    CHECK_THROWS(connection->define("UPDATE lines SET received = 0"));
    CHECK_THROWS(connection->define("DELETE FROM lines"));
    CHECK(kept.reader->line(0) == "line 0");
    CHECK(kept.reader->receivedAt(1) == TimePoint(std::chrono::milliseconds(1001)));
}

TEST_CASE("a database of a newer version is refused with a sentence and not touched") {
    TempFolder folder;
    const auto place = kit::placeOf(folder.path / "log.db");
    openStore(place).value()->connect()->define(kit::onPostgres() ? "UPDATE store_format SET format = 99"
                                                                  : "PRAGMA user_version = 99");
    const auto opened = openStore(place);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == "store_newer");
    CHECK_THAT(opened.error().detail, Catch::Contains("99") && Catch::Contains("newer plumbserver"));
}
