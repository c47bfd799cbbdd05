// What is PostgreSQL's own in the store: sessions that are lost, commits whose answer never came. With
// PLUMB_TEST_POSTGRESQL alone; its cluster has to be the test's own.
#include <catch2/catch.hpp>

#include <thread>

#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using kit::TempFolder;

namespace {

// Runs where there is PostgreSQL.
#define NEEDS_POSTGRESQL() \
    if (!kit::onPostgres()) return

std::int64_t number(sql::Connection& connection, const char* text) {
    auto row = connection.use(text);
    REQUIRE(row.step());
    return row.integer(0);
}

constexpr const char* kOthers =
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "
    "current_database() AND backend_type = 'client backend'";

// All sessions but this one end, as where the server does.
void endSessions() {
    CHECK(number(kit::administrator(), kOthers) > 0);
    for (int i = 0; i < 500; ++i) {
        if (number(kit::administrator(),
                   "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "
                   "current_database() AND backend_type = 'client backend'") == 0)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL("sessions do not end");
}

// Commits wait for a copy that nobody has, until this goes.
struct NoCopy {
    NoCopy() { put("ALTER SYSTEM SET synchronous_standby_names = 'nobody'", "1"); }
    ~NoCopy() { put("ALTER SYSTEM RESET synchronous_standby_names", "0"); }
    static void put(const char* text, std::string_view names) {
        auto& all = kit::administrator();
        all.use(text).run();
        number(all, "SELECT count(pg_reload_conf())");
        const char* shown = names == "1" ? "SELECT count(*) FROM pg_settings WHERE name = 'synchronous_standby_names' "
                                           "AND setting = 'nobody'"
                                         : "SELECT count(*) FROM pg_settings WHERE name = 'synchronous_standby_names' "
                                           "AND setting = ''";
        while (number(all, shown) == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
        // Whether commits wait is told to all by the checkpointer, which reads the settings before it does this.
        all.use("CHECKPOINT").run();
    }
    // The session whose commit waits, another one than `before`; it does so within a minute.
    static std::int64_t waiting(std::int64_t before = 0) {
        for (int i = 0; i < 12'000; ++i) {
            const auto pid = number(kit::administrator(),
                                    "SELECT coalesce(max(pid), 0) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
            if (pid != 0 && pid != before) return pid;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        throw std::runtime_error("no commit waits for a copy");
    }
    // Ends their sessions; or what they do, whereupon PostgreSQL says that they are done, with a warning.
    static void endThose(bool sessions = true) {
        number(kit::administrator(),
               sessions ? "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
                        : "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    }
};

// The session in which the line of this index is committed ends before that is done.
void diesAtCommit(sql::Connection& connection, std::uint64_t index) {
    connection.define(
        "CREATE FUNCTION dies() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM "
        "pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END'; "
        "CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.idx "
        "= " +
        std::to_string(index) + ") EXECUTE FUNCTION dies()");
}

struct Kept {
    TempFolder folder;
    StorePlace place = kit::placeOf(folder.path / "log.db");
    std::unique_ptr<Store> store =
        openPostgresStore(place.url, {std::chrono::seconds(5), std::chrono::seconds(20)}).value();
    StoreWriter& writer() { return store->writer(); }
    void append(std::uint64_t index) { writer().appendLine(index, TimePoint{}, "line " + std::to_string(index)); }
};

}  // namespace

TEST_CASE("who reads goes on in another session, who was in the middle of something is told", "[postgresql]") {
    NEEDS_POSTGRESQL();
    Kept kept;
    kept.writer().begin();
    for (std::uint64_t i = 0; i < 300; ++i) kept.append(i);
    kept.writer().commit();
    const auto reader = kept.store->openReader();
    CHECK(reader->size() == 300);
    endSessions();
    CHECK(reader->size() == 300);

    std::uint64_t seen = 0;
    CHECK_THROWS_AS(reader->eachLine(0,
                                     [&](RawLine) {
                                         if (++seen == 20) endSessions();
                                         return true;
                                     }),
                    sql::Lost);
    CHECK(seen < 300);
    CHECK(reader->size() == 300);

    auto& connection = reader->connection();
    connection.beginReading();
    CHECK(reader->size() == 300);
    endSessions();
    CHECK_THROWS_AS(reader->size(), sql::Lost);
    connection.endReading();
    connection.beginReading();
    CHECK(reader->size() == 300);
    connection.endReading();
}

TEST_CASE("what was not committed when the session went away is gone, and the writer goes on", "[postgresql]") {
    NEEDS_POSTGRESQL();
    Kept kept;
    kept.writer().begin();
    kept.append(0);
    CHECK(kept.writer().reader().size() == 1);
    endSessions();
    kept.append(1);
    CHECK_THROWS_AS(kept.writer().commit(), sql::Lost);
    kept.writer().rollback();
    CHECK(kept.writer().reader().size() == 0);
    // Also where the session goes away between two transactions.
    endSessions();
    kept.writer().begin();
    kept.append(0);
    kept.writer().commit();
    CHECK(kept.store->openReader()->size() == 1);
}

TEST_CASE("a commit whose session dies before it is done did not take place, and is told so", "[postgresql]") {
    NEEDS_POSTGRESQL();
    Kept kept;
    diesAtCommit(*kept.store->connect(), 1);
    kept.writer().begin();
    kept.append(0);
    kept.writer().commit();
    if (GENERATE(false, true)) kept.store->connect()->define("DELETE FROM commits");
    kept.writer().begin();
    kept.append(1);
    try {
        kept.writer().commit();
        FAIL("it took place");
    } catch (const sql::OutcomeUnknown&) {
        FAIL("it was not found out");
    } catch (const sql::Lost&) {
    }
    kept.writer().rollback();
    CHECK(kept.writer().reader().size() == 1);
}

TEST_CASE("a commit that took place without its answer is found again, once its copies are sure", "[postgresql]") {
    NEEDS_POSTGRESQL();
    Kept kept;
    // Also where somebody removed what this writer is known by.
    if (GENERATE(false, true)) kept.store->connect()->define("DELETE FROM commits");
    kept.writer().begin();
    kept.append(0);
    std::optional<NoCopy> none(std::in_place);
    std::atomic<bool> answered = false;
    std::thread commits([&] {
        kept.writer().commit();
        answered = true;
    });
    const auto first = NoCopy::waiting();
    NoCopy::endThose(GENERATE(true, false));
    // Now it stands there, and no copy has it: it is asked about, and that waits for the copy, too.
    NoCopy::waiting(first);
    CHECK(kept.store->openReader()->size() == 1);
    CHECK_FALSE(answered);
    none.reset();
    commits.join();
    CHECK(answered);
    kept.writer().begin();
    kept.append(1);
    kept.writer().commit();
    CHECK(kept.store->openReader()->size() == 2);
}

TEST_CASE("while nobody can be asked a commit is unknown, and the next call finds out before anything else",
          "[postgresql]") {
    NEEDS_POSTGRESQL();
    TempFolder folder;
    auto& all = kit::administrator();
    all.define(
        "DO 'BEGIN CREATE ROLE visitor SUPERUSER LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END'; "
        "ALTER ROLE visitor LOGIN");
    const auto url = kit::placeOf(folder.path / "log.db").url + "&user=visitor";
    const auto store = openPostgresStore(url, {std::chrono::milliseconds(300), std::chrono::milliseconds(300)}).value();
    store->writer().begin();
    store->writer().appendLine(0, TimePoint{}, "line 0");
    // Nobody of this name comes in any more.
    all.define("ALTER ROLE visitor NOLOGIN");
    std::optional<NoCopy> none(std::in_place);
    std::atomic<bool> isUnknown = false;
    std::thread commits([&] {
        try {
            store->writer().commit();
        } catch (const sql::OutcomeUnknown&) {
            isUnknown = true;
        }
    });
    NoCopy::waiting();
    NoCopy::endThose();
    commits.join();
    CHECK(isUnknown);
    store->writer().rollback();
    CHECK_THROWS_AS(store->writer().reader().size(), sql::Lost);
    none.reset();
    all.define("ALTER ROLE visitor LOGIN");
    CHECK(store->writer().reader().size() == 1);
}

TEST_CASE("a push whose commit died is told to come again, and then it is taken", "[postgresql]") {
    NEEDS_POSTGRESQL();
    kit::World world;
    auto& admin = world.admin();
    const auto before = world.services().head.get();
    const auto connection = kit::openAt(world.folder().database())->connect();
    diesAtCommit(*connection, before->size);
    const auto line = admin.say("standard.feedback", {{"text", "x"}});
    const auto refused = world.call({Method::post, "/v1/records", kit::joined({line})}, &admin);
    CHECK(refused.status == 503);
    CHECK(textOr(parseJson(refused.body).value().get_object(), "code") == "busy");
    CHECK(world.services().head.get()->note == before->note);
    connection->define("DROP TRIGGER dies ON lines");
    CHECK(world.fate(line, admin) == "accepted");
    // And whoever reads goes on, too.
    endSessions();
    CHECK(world.get("/v1/records", &admin).status == 200);
    CHECK(world.fate(admin.say("standard.feedback", {{"text", "y"}}), admin) == "accepted");
}

TEST_CASE("an address is read before anything is tried, and a password is refused in it", "[postgresql]") {
    CHECK(isPostgresUrl("postgresql://plumb@db.example/plumb"));
    CHECK(isPostgresUrl("postgres:///plumb"));
    CHECK_FALSE(isPostgresUrl("/var/lib/plumb"));
    CHECK(checkPostgresUrl("postgresql://plumb@one,two/plumb?target_session_attrs=primary"));
    const auto secret = checkPostgresUrl("postgresql://plumb:secret@db.example/plumb");
    REQUIRE_FALSE(secret);
    CHECK(secret.error().code == "bad_store");
    CHECK_THAT(secret.error().detail, Catch::Contains("PGPASSFILE") && !Catch::Contains("secret"));
    CHECK(checkPostgresUrl("postgresql://x?nonsense=1").error().code == "bad_store");
    CHECK(openPostgresStore("postgresql://127.0.0.1:1/none", {std::chrono::milliseconds(10)}).error().code ==
          "bad_store");
}
