// The contract of the store, whoever keeps it. One function a promise; each store runs them all.
#include <catch2/catch.hpp>

#include <SQLiteCpp/Database.h>

#include "shared/crypto/hash.h"
#include "sync-server/store/sqlite_store.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using kit::TempFolder;

namespace {

using OpenStore = std::function<std::unique_ptr<Store>()>;

Entry entryOf(std::uint64_t index, const std::string& author, std::uint64_t seq) {
    return {index,
            crypto::sha256(std::to_string(index)),
            author,
            seq,
            "record-" + std::to_string(index),
            "standard.feedback",
            "62",
            "site",
            TimePoint(std::chrono::milliseconds(1000 + index))};
}

void append(Writer& writer, std::uint64_t index, const std::string& author, std::uint64_t seq) {
    writer.appendLine(index, TimePoint(std::chrono::milliseconds(1000 + index)), "line " + std::to_string(index));
    writer.putEntry(entryOf(index, author, seq), false);
}

void checkContract(const OpenStore& open) {
    auto store = open();
    auto& writer = store->writer();
    auto reader = store->openReader();

    // An empty store.
    CHECK(reader->size() == 0);
    CHECK_FALSE(reader->line(0));
    CHECK_FALSE(reader->chain("a"));

    // Before the commit only the writer sees, after it everyone does.
    writer.begin();
    append(writer, 0, "a", 1);
    append(writer, 1, "b", 1);
    writer.putChain("a", {1, crypto::sha256("0"), 1, 0});
    CHECK(writer.reader().size() == 2);
    CHECK(reader->size() == 0);
    writer.commit();
    CHECK(reader->size() == 2);
    CHECK(reader->line(1) == "line 1");
    CHECK(reader->receivedAt(1) == TimePoint(std::chrono::milliseconds(1001)));
    CHECK(reader->entry(0)->author == "a");
    CHECK(reader->entryByHash(crypto::sha256("1"))->index == 1);
    CHECK(reader->placesOf("b", 1).size() == 1);
    CHECK(reader->placesOf("b", 2).empty());
    CHECK(reader->chain("a")->tipSeq == 1);

    // What is rolled back never was.
    writer.begin();
    append(writer, 2, "c", 1);
    writer.rollback();
    writer.rollback();
    CHECK(reader->size() == 2);
    CHECK(reader->placesOf("c", 1).empty());

    // One index, one line; one hash, one line.
    writer.begin();
    CHECK_THROWS(writer.appendLine(1, TimePoint{}, "another"));
    writer.rollback();
    writer.begin();
    writer.appendLine(2, TimePoint{}, "line");
    auto twice = entryOf(2, "d", 1);
    twice.hash = crypto::sha256("1");
    CHECK_THROWS(writer.putEntry(twice, false));
    writer.rollback();

    // A scan goes in order, from where it is told, until its reader has enough.
    std::vector<std::uint64_t> seen;
    reader->scan(0, 10, [&](const Entry& entry) {
        seen.push_back(entry.index);
        return true;
    });
    CHECK(seen == std::vector<std::uint64_t>{0, 1});
    reader->scan(1, 10, [&](const Entry& entry) {
        CHECK(entry.index == 1);
        return false;
    });

    // What is committed is there when the store is opened again.
    reader.reset();
    store.reset();
    store = open();
    CHECK(store->openReader()->line(0) == "line 0");

    // Projections go, lines stay.
    store->writer().begin();
    store->writer().clearProjections();
    store->writer().commit();
    CHECK_FALSE(store->openReader()->entry(0));
    CHECK(store->openReader()->line(0) == "line 0");
}

}  // namespace

TEST_CASE("the SQLite store keeps the store's contract") {
    TempFolder folder;
    checkContract([&] { return openSqliteStore(folder.path / "log.db").value(); });
}

TEST_CASE("lines are append-only even to someone with the file in hand") {
    TempFolder folder;
    {
        auto store = openSqliteStore(folder.path / "log.db").value();
        store->writer().begin();
        store->writer().appendLine(0, TimePoint{}, "line");
        store->writer().commit();
    }
    SQLite::Database database((folder.path / "log.db").string(), SQLite::OPEN_READWRITE);
    CHECK_THROWS(database.exec("UPDATE lines SET line = x'00'"));
    CHECK_THROWS(database.exec("DELETE FROM lines"));
}

TEST_CASE("a database of a newer version is refused with a sentence and not touched") {
    TempFolder folder;
    const auto file = folder.path / "log.db";
    openSqliteStore(file).value();
    {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA user_version = 99");
    }
    const auto opened = openSqliteStore(file);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == "store_newer");
    CHECK_THAT(opened.error().detail, Catch::Contains("99") && Catch::Contains("newer plumbserver"));
}
