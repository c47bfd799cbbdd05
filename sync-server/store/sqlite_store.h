// The store on SQLite: WAL, synchronous=FULL, so that a commit that returned survives loss of power. One connection for
// the writer, one for each reader.
#pragma once

#include <filesystem>
#include <memory>

#include "shared/base/result.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct SqliteOptions {
    std::int64_t maxPages = 0;  // a ceiling on the database's size, 0 for none
};

// Opens or makes `file`. Refuses a file of a newer version (store_newer) with a sentence.
Result<std::unique_ptr<Store>> openSqliteStore(const std::filesystem::path& file, SqliteOptions options = {});

}  // namespace plumb::server
