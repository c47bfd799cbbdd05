// A log on its way from a file to PostgreSQL and back. With PLUMB_TEST_POSTGRESQL alone but for what is refused.
#include "sync-server/setup/move_log.h"

#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "sync-server/store/table_copy.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/whole_log.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

// A log of something of everything, in a file or in a database, whose server is stopped; and an empty database.
struct Packed {
    WholeLog log;
    std::string spare = placeOf(log.world.folder().path / "spare").url;
    std::string note;
    Author& admin = log.world.admin();

    Packed() {
        note = log.world.services().head.get()->note;
        log.world.stop();
    }
    [[nodiscard]] DataFolder folder() const { return log.world.folder(); }
    [[nodiscard]] ServerConfig config() const { return loadConfig(folder()).value(); }
    Result<Moved> move(const std::string& to) { return moveLog(folder(), config(), to); }
    // Whether it is served as it was, and goes on.
    void isWhole() {
        log.world.restart();
        CHECK(log.world.services().head.get()->note == note);
        const auto totals =
            checkLog({storePlace(folder(), config()), folder().blobs(), scratch(), log.world.firstInvitation().rootKid},
                     {[](const std::string& said) { FAIL_CHECK(said); }, [](auto...) {}});
        CHECK(totals.wrong == 0);
        const auto holders = log.world.services().holders.of(crypto::sha256(log.photo));
        CHECK(holders.size() == 1);
        CHECK(log.world.fate(admin.say("standard.feedback", {{"text", "goes on"}}), admin) == "accepted");
        note = log.world.services().head.get()->note;
        log.world.stop();
    }
    std::filesystem::path scratch() {
        const auto out = m_scratch.path / std::to_string(++m_scratches);
        std::filesystem::create_directory(out);
        return out;
    }

  private:
    TempFolder m_scratch;
    int m_scratches = 0;
};

}  // namespace

TEST_CASE("a log goes to a database and back, line by line, with all that is kept beside it", "[postgresql]") {
    if (!onPostgres()) return;
    Packed it;
    // Where the world began in the database.
    const auto begun = it.config().store;
    REQUIRE_FALSE(begun.empty());
    const auto home = it.move("");
    INFO((home ? std::string() : home.error().detail));
    REQUIRE(home);
    CHECK(home->note == it.note);
    CHECK(home->holders > 0);
    CHECK(home->books > 0);
    CHECK(home->tables > 50);
    CHECK(it.config().store.empty());
    it.isWhole();
    // What was left is served by nobody, and takes nothing from who has it open.
    CHECK(openPostgresStore(begun).error().code == "store_moved");

    const auto away = it.move(it.spare);
    INFO((away ? std::string() : away.error().detail));
    REQUIRE(away);
    CHECK(away->note == it.note);
    CHECK(away->holders == home->holders);
    CHECK(away->books >= home->books);
    CHECK(it.config().store == it.spare);
    CHECK_FALSE(std::filesystem::exists(it.folder().database()));
    CHECK(std::filesystem::exists(it.folder().database().string() + ".moved"));
    it.isWhole();
    CHECK(it.move(it.spare).error().code == "already_there");
    CHECK(it.move("postgresql:///elsewhere").error().code == "already_there");
    REQUIRE(it.move(""));
    it.isWhole();
    // What the first move left would be written over.
    CHECK(it.move(it.spare).error().code == "store_not_empty");
}

TEST_CASE("a move that was interrupted goes on behind the lines that are there, and nobody serves half a log",
          "[postgresql]") {
    if (!onPostgres()) return;
    Packed it;
    REQUIRE(it.move(""));
    std::uint64_t lines = 0;
    {
        // As far as some lines.
        auto target = openArrivingStore(it.spare).value();
        auto source = openSqliteStore(it.folder().database()).value();
        lines = source->openReader()->size();
        target->writer().begin();
        source->openReader()->eachLine(0, [&](const RawLine& line) {
            target->writer().appendLine(line.index, line.received, line.text);
            return line.index < lines / 2;
        });
        target->writer().commit();
    }
    CHECK(openPostgresStore(it.spare).error().code == "store_arriving");
    it.isWhole();
    const auto moved = it.move(it.spare);
    INFO((moved ? std::string() : moved.error().detail));
    REQUIRE(moved);
    CHECK(moved->lines == lines + 1);
    it.isWhole();
}

TEST_CASE("lines that are there and are others are found, and the old place goes on", "[postgresql]") {
    if (!onPostgres()) return;
    Packed it;
    REQUIRE(it.move(""));
    {
        auto target = openArrivingStore(it.spare).value();
        auto source = openSqliteStore(it.folder().database()).value();
        const auto first = source->openReader()->receivedAt(0).value();
        target->writer().begin();
        target->writer().appendLine(0, first + std::chrono::milliseconds(1), source->openReader()->line(0).value());
        target->writer().commit();
    }
    const auto moved = it.move(it.spare);
    REQUIRE_FALSE(moved);
    CHECK(moved.error().code == "move_differs");
    CHECK_THAT(moved.error().detail, Catch::Contains("table lines"));
    CHECK(it.config().store.empty());
    it.isWhole();
}

TEST_CASE("a database that has a log is not written over, and while a log moves nobody writes lines to the old place",
          "[postgresql]") {
    if (!onPostgres()) return;
    Packed it;
    {
        auto other = openPostgresStore(it.spare).value();
        other->writer().begin();
        other->writer().appendLine(0, TimePoint{}, "another log");
        other->writer().commit();
    }
    const auto begun = it.config().store;
    // Whoever has the store open, as a front end has that nobody thought of.
    const auto open = openPostgresStore(begun).value();
    REQUIRE(it.move(""));
    open->writer().begin();
    const auto size = open->writer().reader().size();
    CHECK_THROWS((open->writer().appendLine(size, TimePoint{}, "late"), open->writer().commit()));
    open->writer().rollback();
    CHECK(it.move(it.spare).error().code == "store_not_empty");
    CHECK(openPostgresStore(it.spare).value()->openReader()->line(0) == "another log");
    it.isWhole();
}

TEST_CASE("a move to where the log is, or to what is no address, is refused", "[sqlite]") {
    Packed it;
    CHECK(it.move("").error().code == "already_there");
    CHECK(it.move("log2.db").error().code == "bad_store");
    CHECK(it.move("postgresql://a:b@localhost/c").error().code == "bad_store");
    it.isWhole();
}
