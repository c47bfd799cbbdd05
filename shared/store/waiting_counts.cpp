#include "shared/store/waiting_counts.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace plumb::store {
namespace {

std::size_t countOf(SQLite::Database& database, const char* text) {
    SQLite::Statement get(database, text);
    get.executeStep();
    return static_cast<std::size_t>(get.getColumn(0).getInt64());
}

}  // namespace

WaitingCounts waitingIn(const std::filesystem::path& folder) {
    try {
        SQLite::Database database((folder / "store.db").string(), SQLite::OPEN_READONLY, 200);
        return {countOf(database, "SELECT count(*) FROM record WHERE own = 1 AND state IN (0, 1)"),
                countOf(database, "SELECT count(*) FROM file WHERE wanted = 1 AND there = 0")};
    } catch (const SQLite::Exception&) {
        return {};
    }
}

}  // namespace plumb::store
