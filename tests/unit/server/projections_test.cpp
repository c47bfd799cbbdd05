// Projections are made again alone, where they are of another version or behind, and never silently short.
#include <catch2/catch.hpp>

#include <SQLiteCpp/Database.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shared/crypto/hash.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/projections/all.h"
#include "sync-server/projections/projection_states.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/whole_log.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

using Names = std::vector<std::string>;
const RebuildProgress kQuiet = [](const Names&, std::uint64_t, std::uint64_t) {};
// Small, so that a log of some lines has many of them.
constexpr RebuildParts kSmall{2, 2};

struct StoppedLog : WholeLog {
    StoppedLog() { world.stop(); }
    [[nodiscard]] std::unique_ptr<Store> open() const { return kit::openAt(world.folder().database()); }
    // Starts the server and stops it again.
    void serve() {
        world.restart();
        world.stop();
    }
    // And queries find the indexes that they need.
    void isWhole() {
        const std::string indexes = kit::onPostgres()
                                        ? "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND "
                                          "indexname"
                                        : "SELECT name FROM sqlite_master WHERE name";
        CHECK(ask(indexes + " IN ('files_hash', 'checklists_hash', 'inspections_status')").size() == 3);
        const auto totals = check();
        INFO(said);
        CHECK(totals.wrong == 0);
        CHECK(totals.stale.empty());
    }
    std::string one(const std::string& sql) { return ask(sql).at(0); }
};

// Rebuilds in a process of its own, which is killed after so many parts. Whether it came to its end.
bool rebuildAndDie(const StoppedLog& log, int parts) {
    const pid_t pid = fork();
    if (pid == 0) {
        const auto store = log.open();
        bringUpToDate(
            *store,
            [&](const Names&, std::uint64_t, std::uint64_t) {
                if (--parts == 0) ::kill(getpid(), SIGKILL);
            },
            kSmall);
        _exit(0);
    }
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFEXITED(status);
}

}  // namespace

TEST_CASE("a projection of another version is made again when the server starts, and no other") {
    StoppedLog log;
    log.change(
        "UPDATE projections SET version = 0 WHERE name = 'sites'; ALTER TABLE sites ADD COLUMN gone TEXT;"
        "UPDATE sites SET name = 'of before'; UPDATE checklists SET title = '\"untouched\"'");
    const auto before = log.check();
    CHECK(before.stale == Names{"sites"});
    // What is not made yet is not held against its lines, what is made is.
    CHECK_THAT(log.said, Catch::Contains("table checklists") && !Catch::Contains("table sites"));
    {
        const auto store = log.open();
        CHECK(staleProjections(*store) == Names{"sites"});
        CHECK(bringUpToDate(*store, [](const Names& names, auto, auto) { CHECK(names == Names{"sites"}); }) ==
              store->writer().reader().size());
        CHECK(bringUpToDate(*store, kQuiet) == 0);
    }
    CHECK(log.ask("SELECT name FROM sites") == Names{"Yongchang"});
    CHECK(log.one(kit::onPostgres() ? "SELECT count(*) FROM information_schema.columns WHERE table_schema = "
                                      "current_schema() AND table_name = 'sites'"
                                    : "SELECT count(*) FROM pragma_table_info('sites')") == "6");
    CHECK(log.ask("SELECT title FROM checklists") == Names{"\"untouched\""});
}

TEST_CASE("a projection that lags goes on from where it stands") {
    StoppedLog log;
    const auto at = std::to_string(log.submission);
    const auto all = [&] {
        Names out;
        for (const char* column : {"idx", "n", "sha256"}) {
            for (auto& value : log.ask(std::string("SELECT ") + column + " FROM files ORDER BY idx, n"))
                out.push_back(std::move(value));
        }
        return out;
    };
    const auto rows = all();
    REQUIRE(rows.size() > 2);
    // A row of lines that it holds already tells whether it began anew.
    log.change("DELETE FROM files WHERE idx >= " + at + "; UPDATE projections SET upto = " + at +
               " WHERE name = 'files'; INSERT INTO files VALUES (0, 9, " + hexBytes(std::string(64, '0')) +
               ", 1, 'kept')");
    log.serve();
    CHECK(log.one("SELECT type FROM files WHERE n = 9") == "kept");
    log.change("DELETE FROM files WHERE n = 9");
    CHECK(all() == rows);
    log.isWhole();
}

TEST_CASE("a line that stands in the log and in nothing else is taken up when the server starts") {
    StoppedLog log;
    {
        const auto store = log.open();
        auto& writer = store->writer();
        const auto line = log.world.admin().say("standard.feedback", {{"text", "t"}});
        writer.begin();
        writer.appendLine(writer.reader().size(),
                          *writer.reader().receivedAt(writer.reader().size() - 1) + std::chrono::milliseconds(1),
                          line.text());
        writer.commit();
    }
    CHECK(log.check().stale.size() == 23);
    log.serve();
    log.isWhole();
}

TEST_CASE("who is killed while everything is made again goes on from there, and meanwhile nothing seems whole") {
    StoppedLog log;
    log.change("DELETE FROM projections");
    const auto size = std::stoull(log.one("SELECT count(*) FROM lines"));
    std::uint64_t last = 0;
    int deaths = 0;
    while (!rebuildAndDie(log, 2)) {
        ++deaths;
        const auto uptos = log.ask("SELECT DISTINCT upto FROM projections");
        REQUIRE(uptos.size() == 1);
        const auto upto = std::stoull(uptos.front());
        CHECK(upto > last);
        CHECK(log.check().stale.size() == (upto < size ? 23 : 0));
        last = upto;
    }
    CHECK(deaths > 2);
    log.isWhole();
    log.world.restart();
    CHECK(log.world.get("/v1/records", &log.world.admin()).status == 200);
}

TEST_CASE("who is killed while one projection is made again finds the others as they were") {
    StoppedLog log;
    log.change("DELETE FROM projections WHERE name = 'inspections'; UPDATE checklists SET title = '\"untouched\"'");
    CHECK_FALSE(rebuildAndDie(log, 1));
    CHECK(log.check().stale == Names{"inspections"});
    // Cut off between two parts, the server itself ends the work.
    log.serve();
    CHECK(log.ask("SELECT title FROM checklists") == Names{"\"untouched\""});
    log.change("UPDATE projections SET version = 0 WHERE name = 'checklists'");
    log.serve();
    log.isWhole();
}

TEST_CASE("a row that was changed is found by a check and mended by a rebuild of its projection alone") {
    StoppedLog log;
    log.change("UPDATE inspections SET points = 1; UPDATE inspection_tallies SET n = 7; UPDATE sites SET name = 'x'");
    CHECK(log.check().wrong == 3);
    CHECK_THAT(log.said, Catch::Contains("plumbserver rebuild inspections"));
    const auto size = log.open()->writer().reader().size();
    CHECK(rebuild(*log.open(), {"inspections"}, kQuiet, kSmall).value() == size);
    CHECK(log.check().wrong == 1);
    CHECK_THAT(log.said, Catch::Contains("plumbserver rebuild sites"));
    CHECK(rebuild(*log.open(), {"sites", "files"}, kQuiet, kSmall).value() == size);
    log.isWhole();
}

TEST_CASE("tables that are gone come back by their projection's name") {
    StoppedLog log;
    log.change("DROP TABLE inspection_history; DROP TABLE publications");
    CHECK(rebuild(*log.open(), {"publications", "inspections"}, kQuiet).has_value());
    log.isWhole();
}

TEST_CASE("a name that is no projection's is refused with those that are, before anything is touched") {
    StoppedLog log;
    const auto done = rebuild(*log.open(), {"sites", "nonsense"}, kQuiet);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == "bad_projection");
    CHECK_THAT(done.error().detail, Catch::Contains("nonsense") && Catch::Contains("inspections"));
    log.isWhole();
}

TEST_CASE("a log whose last lines are gone is not served as a shorter one") {
    StoppedLog log;
    log.change("DELETE FROM lines WHERE idx = (SELECT max(idx) FROM lines)");
    CHECK_THROWS_WITH(log.world.restart(), Catch::Contains("the last ones are gone"));
    CHECK_THROWS(rebuild(*log.open(), {"sites"}, kQuiet));
    CHECK(log.check().wrong > 0);
    CHECK_THAT(log.said, Catch::Contains("the last ones are gone"));
}

TEST_CASE("a line that was changed goes into no projection") {
    StoppedLog log;
    const auto at = std::to_string(log.submission);
    auto text = log.lineAt(log.submission);
    text[text.find("\"kind\":\"supervision\"") + 9] = 'S';
    log.change("UPDATE lines SET line = " + quotedBytes(text) + " WHERE idx = " + at);
    CHECK_THROWS_WITH(rebuild(*log.open(), {"inspections"}, kQuiet), Catch::Contains("line " + at + " "));
    CHECK(staleProjections(*log.open()) == Names{"inspections"});
    CHECK_THROWS_WITH(log.world.restart(), Catch::Contains("line " + at + " "));
}

TEST_CASE("what another program keeps beside is forgotten, so that it makes it again when it comes back") {
    StoppedLog log;
    log.change("INSERT INTO projections VALUES ('later', 3, 1)");
    log.serve();
    CHECK(log.one("SELECT count(*) FROM projections WHERE name = 'later'") == "0");
}

TEST_CASE("each projection has a name, tables and contents of its own") {
    TempFolder folder;
    const auto store = kit::openAt(folder.path / "log.db");
    std::set<std::string> names{kIndexName}, tables;
    for (const auto& table : indexTables()) tables.insert(table.name);
    for (const auto& projection : allProjections(store->writer())) {
        CHECK(names.insert(projection->name()).second);
        CHECK(projection->version() > 0);
        CHECK_FALSE(projection->tables().empty());
        for (const auto& table : projection->tables()) {
            CHECK(tables.insert(table.name).second);
            CHECK(std::string(table.contents).find(table.name) != std::string::npos);
        }
    }
}

// Databases as earlier versions made them, with this log's lines and index in them.
TEST_CASE("a database of an earlier version is carried over with every line, and all that follows from them",
          "[sqlite]") {
    StoppedLog log;
    const int version = GENERATE(1, 2);
    const auto now = log.world.folder().database();
    const auto old = now.parent_path() / "old.db";
    {
        SQLite::Database database(old.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const std::string fixtures = std::string(PLUMB_SOURCE_DIR) + "/tests/unit/server/fixtures/log_";
        for (int i = 1; i <= version; ++i) database.exec(readText(fixtures + std::to_string(i) + ".sql"));
        database.exec("PRAGMA user_version = " + std::to_string(version) + "; ATTACH '" + now.string() + "' AS now");
        for (const char* table : {"lines", "authors", "entries", "nodes"})
            database.exec(std::string("INSERT INTO ") + table + " SELECT * FROM now." + table);
        if (version == 2) database.exec("INSERT INTO refused VALUES ('k', 3, zeroblob(32), 'wrong_role')");
        // What the old version derived, and wrongly.
        database.exec("INSERT INTO sites VALUES ('ghost', 'x', 0); INSERT INTO story VALUES ('r', 1)");
    }
    const auto lines = log.ask("SELECT hex(line) || received FROM lines ORDER BY idx");
    std::filesystem::rename(old, now);
    for (const char* beside : {"-wal", "-shm"}) std::filesystem::remove(now.string() + beside);

    log.world.restart();
    CHECK(log.world.get("/v1/query/inspections?status=submitted", &log.world.admin()).body.find("\"version\":2") !=
          std::string::npos);
    log.world.stop();
    log.isWhole();
    CHECK(log.ask("SELECT hex(line) || received FROM lines ORDER BY idx") == lines);
    CHECK(log.one("SELECT count(*) FROM refused") == (version == 2 ? "1" : "0"));
    CHECK(log.one("SELECT count(*) FROM sqlite_master WHERE name IN ('story', 'tallies')") == "0");
}
