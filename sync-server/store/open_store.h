// Where a server's log lies: in a file of its folder, or in a PostgreSQL database.
#pragma once

#include "sync-server/store/postgres_store.h"
#include "sync-server/store/sqlite_store.h"

namespace plumb::server {

struct StorePlace {
    std::filesystem::path file;
    std::string url;  // "": in the file

    [[nodiscard]] bool isShared() const { return !url.empty(); }
    // As people are told of it.
    [[nodiscard]] std::string name() const { return isShared() ? url : file.string(); }
};

// Opens or makes it. Errors as those of the two.
Result<std::unique_ptr<Store>> openStore(const StorePlace& place, SqliteOptions sqlite = {});

}  // namespace plumb::server
