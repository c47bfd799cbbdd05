// What every database behind the SQL port promises, one test a promise.
#include <catch2/catch.hpp>

#include <limits>

#include "shared/crypto/hash.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using kit::TempFolder;

namespace {

// A connection that writes, and one that reads beside it.
struct Database {
    TempFolder folder;
    std::unique_ptr<Store> store;
    std::unique_ptr<StoreReader> beside;

    explicit Database(std::int64_t maxPages = 0)
        : store(kit::openAt(folder.path / "log.db", {maxPages})), beside(store->openReader()) {
        sql().define("CREATE TABLE things (id {integer} PRIMARY KEY, name {text} NOT NULL, data {bytes}){rows}");
    }
    sql::Connection& sql() { return store->writer().connection(); }
    void put(std::int64_t id, std::string_view name, ByteView data) { sql().use(kPut).with(id, name, data).run(); }
    static std::uint64_t count(sql::Connection& connection) {
        auto row = connection.use(kCount);
        row.step();
        return row.count(0);
    }

    static constexpr const char* kPut = "INSERT INTO things (id, name, data) VALUES (?1, ?2, ?3)";
    static constexpr const char* kCount = "SELECT count(*) FROM things";
};

}  // namespace

TEST_CASE("values come back as they went in") {
    Database database;
    const std::string odd("\0 n\u00fcchtern \u51c6\u7ef3", 17), bytes("\xff\x00\x01", 3);
    const auto least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
    database.put(least, odd, asBytes(bytes));
    database.put(most, {}, {});
    const std::optional<Sha256> none, hash = crypto::sha256("x");
    database.sql().use(Database::kPut).with(1, "null", none).run();
    database.sql().use(Database::kPut).with(2, "hash", hash).run();
    auto row = database.sql().use("SELECT id, name, data FROM things ORDER BY id");
    REQUIRE(row.step());
    CHECK(row.integer(0) == least);
    CHECK(row.text(1) == odd);
    CHECK(row.text(2) == bytes);
    CHECK(row.statement().type(2) == sql::Statement::Type::bytes);
    REQUIRE(row.step());
    CHECK(row.isNull(2));
    REQUIRE(row.step());
    CHECK(row.hash(2) == *hash);
    REQUIRE(row.step());
    CHECK(row.integer(0) == most);
    CHECK(row.text(1).empty());
    CHECK_FALSE(row.isNull(1));
    CHECK(row.text(2).empty());
    CHECK_FALSE(row.isNull(2));
    CHECK_FALSE(row.step());
}

TEST_CASE("a statement that is used again takes the new values, also after it was left half-way or failed") {
    Database database;
    for (int i = 0; i < 3; ++i) database.put(i, "name " + std::to_string(i), {});
    const auto first = [&](std::int64_t from) {
        auto row = database.sql().use("SELECT name FROM things WHERE id >= ?1 ORDER BY id");
        return row.with(from).step() ? row.text(0) : std::string();
    };
    CHECK(first(0) == "name 0");
    CHECK(first(2) == "name 2");
    CHECK(first(3).empty());
    CHECK_THROWS_AS(database.put(2, "twice", {}), sql::Failed);
    database.put(3, "after", {});
    CHECK(first(3) == "after");
}

TEST_CASE("what is not committed is nobody else's, and what is rolled back never was, definitions too") {
    Database database;
    auto& sql = database.sql();
    sql.begin();
    database.put(1, "one", {});
    sql.define("CREATE TABLE more (id {counted}){rows}");
    CHECK(Database::count(sql) == 1);
    CHECK(Database::count(database.beside->connection()) == 0);
    sql.rollback();
    sql.rollback();
    CHECK(Database::count(sql) == 0);
    CHECK_THROWS_AS(sql.use("SELECT id FROM more").step(), sql::Failed);
    sql.begin();
    database.put(1, "one", {});
    sql.commit();
    CHECK(Database::count(database.beside->connection()) == 1);
}

TEST_CASE("who only reads cannot write") {
    Database database;
    CHECK_THROWS_AS(database.beside->connection().use(Database::kPut).with(1, "x", ByteView{}).run(), sql::Failed);
}

TEST_CASE("the forms that projections use are understood") {
    Database database;
    auto& sql = database.sql();
    sql.define(
        "CREATE TABLE counted (id {counted}, name {text} NOT NULL UNIQUE){rows};"
        "CREATE TABLE tally (name {text} NOT NULL, place {integer} NOT NULL, n {integer} NOT NULL, PRIMARY KEY (name, "
        "place)){keyed}; CREATE INDEX tally_place ON tally (place)");
    const auto number = [&](std::string_view name) {
        auto row = sql.use("INSERT INTO counted (name) VALUES (?1) ON CONFLICT (name) DO NOTHING RETURNING id");
        const auto out = row.with(name).step() ? row.integer(0) : 0;
        row.run();
        return out;
    };
    const auto one = number("a"), two = number("b");
    CHECK(one > 0);
    CHECK(two > one);
    CHECK(number("a") == 0);
    for (int by : {1, 1, -1, 5}) {
        sql.use(
               "INSERT INTO tally (name, place, n) VALUES (?1, ?2, ?3) ON CONFLICT (name, place) DO UPDATE SET n = "
               "tally.n + excluded.n")
            .with("x", 1, by)
            .run();
    }
    auto row = sql.use("SELECT count(*) FILTER (WHERE n = 6), coalesce(max(n) + 1, 0) FROM tally");
    REQUIRE(row.step());
    CHECK(row.count(0) == 1);
    CHECK(row.count(1) == 7);
}

TEST_CASE("texts are equal, and in order, by their bytes") {
    Database database;
    const std::vector<std::string> inOrder{
        "", std::string("\0", 1), "A", "B", "a", std::string("a\0b", 3), "ab", "z", "\xc3\xa9", "\xe5\x87\x86", "\xff"};
    for (std::size_t i = inOrder.size(); i-- > 0;) database.put(static_cast<std::int64_t>(i), inOrder[i], {});
    auto& sql = database.sql();
    std::vector<std::string> found;
    {
        auto row = sql.use("SELECT name FROM things ORDER BY name");
        while (row.step()) found.push_back(row.text(0));
    }
    CHECK(found == inOrder);
    auto row =
        sql.use("SELECT count(*) FROM things WHERE name > ?1 AND name < ?2 AND substr(name, 1, length(?1)) = ?1");
    REQUIRE(row.with("a", "b").step());
    CHECK(row.count(0) == 2);
}

TEST_CASE("sums and written numbers come as integers") {
    Database database;
    for (const auto& [id, name] : {std::pair{-7, "12"}, {0, "-5"}, {1'000'000, "9007199254740993"}})
        database.put(id, name, {});
    auto& sql = database.sql();
    const auto number = [&](const char* text) {
        auto row = sql.use(text);
        REQUIRE(row.step());
        CHECK(row.statement().type(0) == sql::Statement::Type::integer);
        return row.integer(0);
    };
    CHECK(number("SELECT sum(id) FROM things") == 999'993);
    CHECK(number("SELECT sum(id) FROM things WHERE id < 0") == -7);
    CHECK(number("SELECT sum(id) FROM things WHERE id = 0") == 0);
    CHECK(number("SELECT sum(id * 9223372036854) FROM things WHERE id > 0") == 9'223'372'036'854'000'000);
    CHECK(number("SELECT {number name} FROM things WHERE id < 0") == 12);
    CHECK(number("SELECT {number name} FROM things WHERE id = 0") == -5);
    CHECK(number("SELECT {number name} FROM things WHERE id > 0") == 9'007'199'254'740'993);
    CHECK(number("SELECT length(name) FROM things WHERE id < 0") == 2);
    auto row = sql.use("SELECT sum(id) FROM things WHERE id = 3");
    REQUIRE(row.step());
    CHECK(row.isNull(0));
}

TEST_CASE("a long list is read in order while other statements run, also within a transaction that it reads for") {
    Database database;
    auto& sql = database.sql();
    constexpr std::int64_t kMany = 3000;
    sql.begin();
    for (std::int64_t id = 0; id < kMany; ++id) database.put(id, "name " + std::to_string(id), {});
    sql.commit();
    const auto one = [](sql::Connection& connection, std::int64_t id) {
        auto row = connection.use("SELECT name FROM things WHERE id = ?1");
        return row.with(id).step() ? row.text(0) : std::string();
    };
    // Two lists at once, of which the inner one is left after some rows.
    const auto walk = [&](sql::Connection& connection, const auto& each) {
        std::int64_t seen = 0;
        auto outer = connection.use("SELECT id, name FROM things WHERE id >= ?1 ORDER BY id");
        outer.with(0);
        while (outer.step()) {
            REQUIRE(outer.integer(0) == seen);
            if (seen % 500 == 7) {
                auto inner = connection.use("SELECT id FROM things WHERE id < ?1 ORDER BY id DESC");
                std::int64_t below = seen;
                inner.with(seen);
                for (int i = 0; i < 100 && inner.step(); ++i) REQUIRE(inner.integer(0) == --below);
            }
            if (seen % 500 == 8) CHECK(one(connection, seen) == outer.view(1));
            each(seen++);
        }
        return seen;
    };
    auto& reader = database.beside->connection();
    CHECK(walk(reader, [](auto) {}) == kMany);
    // Left half-way, and then as if it had never been begun.
    {
        auto row = reader.use("SELECT id FROM things ORDER BY id");
        for (int i = 0; i < 200; ++i) REQUIRE(row.step());
    }
    database.put(kMany, "later", {});
    CHECK(Database::count(reader) == static_cast<std::uint64_t>(kMany) + 1);
    // The writer changes what is behind it.
    sql.begin();
    CHECK(walk(sql, [&](std::int64_t id) {
              if (id % 100 == 0) sql.use("UPDATE things SET name = ?2 WHERE id = ?1").with(id, "changed").run();
          }) == kMany + 1);
    CHECK(one(sql, 100) == "changed");
    CHECK(one(reader, 100) == "name 100");
    sql.commit();
    CHECK(one(reader, 100) == "changed");
}

TEST_CASE("between the beginning and the end of reading everything is as it was at the first read") {
    Database database;
    auto& reader = database.beside->connection();
    database.put(1, "one", {});
    reader.beginReading();
    CHECK(Database::count(reader) == 1);
    database.put(2, "two", {});
    CHECK(Database::count(reader) == 1);
    {
        auto row = reader.use("SELECT id FROM things ORDER BY id");
        REQUIRE(row.step());
        CHECK_FALSE(row.step());
    }
    reader.endReading();
    CHECK(Database::count(reader) == 2);
    reader.endReading();
}

TEST_CASE("wrong SQL, an unknown word and a hash that is none are told, and the connection goes on") {
    Database database;
    CHECK_THROWS_AS(database.sql().use("SELECT nonsense FROM nowhere").step(), sql::Failed);
    CHECK_THROWS_WITH(database.sql().define("CREATE TABLE t (a {float})"), Catch::Contains("float"));
    CHECK_THROWS_AS(database.sql().define("CREATE TABLE t (a {integer"), sql::Failed);
    database.put(1, "short", asBytes("31 bytes are no hash"));
    auto row = database.sql().use("SELECT data FROM things");
    REQUIRE(row.step());
    CHECK_THROWS_AS(row.hash(0), sql::Failed);
}

TEST_CASE("where there is no space the transaction fails as a whole, with an error of its own") {
    Database database(80);
    auto& sql = database.sql();
    const std::string large(4'000'000, 'x');
    // A ceiling on the file's size, and what PostgreSQL says where it cannot make a file larger, stand for the disk.
    if (kit::onPostgres()) {
        sql.define(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF length(NEW.name) > 1000000 THEN "
            "RAISE EXCEPTION USING ERRCODE = ''53100''; END IF; RETURN NEW; END'; "
            "CREATE TRIGGER full_disk BEFORE INSERT ON things FOR EACH ROW EXECUTE FUNCTION full_disk()");
    }
    sql.begin();
    database.put(1, "small", {});
    CHECK_THROWS_AS((database.put(2, large, {}), sql.commit()), StoreFull);
    sql.rollback();
    CHECK(Database::count(sql) == 0);
    database.put(3, "fits", {});
    CHECK(Database::count(sql) == 1);
}
