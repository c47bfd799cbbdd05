// The databases that tests run on: SQLite files, or, where PLUMB_TEST_POSTGRESQL names a PostgreSQL database, a schema
// of its own in it for each of these files.
#pragma once

#include "sync-server/store/open_store.h"

namespace plumb::server::kit {

[[nodiscard]] bool onPostgres();

// What stands for this file. The schema is there when this returns.
StorePlace placeOf(const std::filesystem::path& file);
std::unique_ptr<Store> openAt(const std::filesystem::path& file, SqliteOptions options = {});

// Removes what stands for files in this folder.
void dropBelow(const std::filesystem::path& folder) noexcept;

// A connection to the whole database, as its administrator has one. REQUIRES: onPostgres().
sql::Connection& administrator();

}  // namespace plumb::server::kit
