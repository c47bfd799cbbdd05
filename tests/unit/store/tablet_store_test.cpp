#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "shared/crypto/hash.h"
#include "shared/store/schema.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {
NewRecord feedback(const std::string& text) {
    return {"standard.feedback", "", "", {}, {{"text", text}}, ""};
}
}  // namespace

TEST_CASE("one device's records are one chain, over restarts too") {
    Tablet tablet;
    const auto first = tablet.store->append(feedback("a")).value();
    tablet.reopen();
    const auto second = tablet.store->append(feedback("b")).value();
    const auto payload = record::parsePayload(second.payload()).value();
    CHECK(payload.seq == 2);
    CHECK(payload.prev == first.hash());
    CHECK(tablet.store->line(first.hash()).value().text() == first.text());
    CHECK(tablet.store->waiting().size() == 2);
}

TEST_CASE("a record names the newest checkpoint that this device verified") {
    Tablet tablet;
    const crypto::Checkpoint checkpoint{"log", 7, crypto::sha256("root"), tablet.now};
    REQUIRE(tablet.store->saveCheckpoint(checkpoint, "note"));
    const auto payload = record::parsePayload(tablet.store->append(feedback("a")).value().payload()).value();
    CHECK(payload.seen->size == 7);
    CHECK(payload.seen->root == checkpoint.root);
}

TEST_CASE("nothing that tells about people lies open on the disk") {
    Tablet tablet;
    const auto draft = beginInspection(*tablet.store, "yongchang", tablet.checklistId).value();
    REQUIRE(tablet.store->putEntries(draft.id, {noteEntry("1", "needle-in-the-note")}));
    REQUIRE(tablet.store->append(feedback("needle-in-the-record")));
    REQUIRE(tablet.store->importFile(asBytes("needle-in-the-file"), "text/plain"));
    tablet.store.reset();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tablet.folder.path)) {
        if (!entry.is_regular_file()) continue;
        const auto content = test::readFile(entry.path());
        CAPTURE(entry.path().string());
        CHECK(content.find("needle-in") == std::string::npos);
        CHECK(content.find("检查员甲") == std::string::npos);
    }
}

TEST_CASE("an answer is there after a restart, and clearing it removes it") {
    Tablet tablet;
    const auto draft = beginInspection(*tablet.store, "yongchang", tablet.checklistId).value();
    REQUIRE(tablet.store->putEntries(draft.id, {answerEntry("q1", "pass"), placeEntry("3")}));
    tablet.reopen();
    auto loaded = loadDraft(*tablet.store, draft.id).value();
    CHECK(loaded.answers.values.at("q1") == "pass");
    CHECK(loaded.place == "3");
    REQUIRE(tablet.store->putEntries(draft.id, {answerEntry("q1", "")}));
    CHECK(loadDraft(*tablet.store, draft.id).value().answers.values.empty());
    CHECK(tablet.store->putEntries("none", {answerEntry("q1", "x")}).error().code == "no_draft");
}

TEST_CASE("a pulled line that is one's own only gets its index") {
    Tablet tablet;
    const auto line = tablet.store->append(feedback("a")).value();
    const auto payload = record::parsePayload(line.payload()).value();
    REQUIRE(tablet.store->takePulled({{40, line, payload}}));
    const auto row = tablet.store->recordByHash(line.hash()).value();
    CHECK(row.own);
    CHECK(row.state == RecordState::sent);
    CHECK(row.logIndex == 40);
    CHECK(tablet.store->feedCursor() == 0);
    REQUIRE(tablet.store->setFeedCursor(41));
    CHECK(tablet.store->feedCursor() == 41);
    CHECK(tablet.store->waiting().empty());
}

TEST_CASE("a store of a newer version is refused with a sentence and not touched") {
    Tablet tablet;
    tablet.store.reset();
    {
        SQLite::Database sql((tablet.folder.path / "store.db").string(), SQLite::OPEN_READWRITE);
        sql.exec("PRAGMA user_version = 99");
    }
    const auto opened = TabletStore::open(tablet.folder.path, tablet.key, [&] { return tablet.now; });
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == "newer_store");
}

TEST_CASE("a line swapped for another in the file is noticed") {
    Tablet tablet;
    const auto first = tablet.store->append(feedback("a")).value(),
               second = tablet.store->append(feedback("b")).value();
    tablet.store.reset();
    {
        SQLite::Database sql((tablet.folder.path / "store.db").string(), SQLite::OPEN_READWRITE);
        sql.exec(
            "UPDATE record SET line = (SELECT line FROM record WHERE own = 1 AND seq = 2) WHERE own = 1 AND seq = 1");
    }
    tablet.reopen();
    CHECK_FALSE(tablet.store->line(first.hash()));
    CHECK(tablet.store->line(second.hash()));
}

TEST_CASE("a full disk refuses the new record and loses no old one") {
    Tablet tablet;
    const auto kept = tablet.store->append(feedback("kept")).value();
    const auto draft = beginInspection(*tablet.store, "yongchang", tablet.checklistId).value();
    REQUIRE(tablet.store->putEntries(draft.id, {noteEntry("1", "kept")}));
    // The limit on a file's size stands for the full disk: the database's log may grow no further.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit tight = before;
    tight.rlim_cur = std::filesystem::file_size(tablet.folder.path / "store.db-wal") + 1000;
    setrlimit(RLIMIT_FSIZE, &tight);
    const auto record = tablet.store->append(feedback(std::string(100'000, 'x')));
    const auto entry = tablet.store->putEntries(draft.id, {noteEntry("1", std::string(100'000, 'y'))});
    const auto file = tablet.store->importFile(asBytes(std::string(5'000'000, 'z')), "text/plain");
    setrlimit(RLIMIT_FSIZE, &before);
    CHECK(record.error().code == "disk_full");
    CHECK(entry.error().code == "disk_full");
    CHECK(file.error().code == "disk_full");
    tablet.reopen();
    CHECK(tablet.store->line(kept.hash()));
    CHECK(tablet.store->waiting().size() == 1);
    CHECK(loadDraft(*tablet.store, draft.id).value().answers.notes.at("1") == "kept");
    CHECK(record::parsePayload(tablet.store->append(feedback("after")).value().payload()).value().seq == 2);
}

TEST_CASE("what is not believed is listed and counted without a look at every line") {
    const test::TemporaryFolder folder;
    const auto database = Database::open(folder.path / "store.db", kTabletMigrations).value();
    SQLite::Statement plan(database->sql(),
                           "EXPLAIN QUERY PLAN SELECT type, doubt FROM record WHERE doubt <> '' ORDER BY "
                           "COALESCE(log_index, 9223372036854775807) DESC, record.rowid DESC");
    std::string text;
    while (plan.executeStep()) text += plan.getColumn(3).getString() + "\n";
    INFO(text);
    CHECK(text.find("record_doubted") != std::string::npos);
}
