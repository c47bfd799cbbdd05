#include "shared/store/derived/keys.h"

#include <catch2/catch.hpp>

#include "shared/base/uuid.h"

using namespace plumb;
using namespace plumb::store;

namespace {

// What the tables hold of this id, read back.
std::string kept(const std::string& id, int& bytes) {
    const auto tables = Database::inMemory();
    SQLite::Statement get(tables->sql(), "SELECT ?1, length(?1)");
    bindId(get, 1, id);
    REQUIRE(get.executeStep());
    bytes = get.getColumn(1).getInt();
    return idOf(get.getColumn(0));
}

}  // namespace

TEST_CASE("an id is held as its sixteen bytes and comes back as its text") {
    int bytes = 0;
    for (const auto& id : {makeUuid7(systemNow().utc), std::string("00000000-0000-0000-0000-000000000000"),
                           std::string("ffffffff-ffff-ffff-ffff-ffffffffffff")}) {
        CHECK(kept(id, bytes) == id);
        CHECK(bytes == 16);
    }
}

TEST_CASE("what is no UUID is nobody's id") {
    int bytes = 0;
    for (const char* id : {"", "order-1", "0123456789abcdef0123456789abcdef", "01A227D4-AD2B-7CD8-9349-E01012A83E9E",
                           "sixteen bytes !!"}) {
        CHECK(kept(id, bytes).empty());
        CHECK(bytes == 0);
    }
}

TEST_CASE("an author's key is numbered once") {
    const auto tables = Database::inMemory();
    tables->sql().exec("CREATE TABLE author(key INTEGER PRIMARY KEY, kid TEXT NOT NULL UNIQUE) STRICT");
    const auto first = authorKey(*tables, "one"), second = authorKey(*tables, "two");
    CHECK(first != second);
    CHECK(authorKey(*tables, "one") == first);
    CHECK(authorKey(*tables, "two") == second);
}
