// The database's shape on PostgreSQL and its migrations, in order, by the row in `store_format`; each runs in one
// transaction, one program at a time. A newer database is refused with a sentence (store_newer) and not changed.
#pragma once

#include "shared/base/result.h"
#include "sync-server/store/sql.h"

namespace plumb::server {

// What `store_format` 1 … n stand for.
enum PostgresFormat : int {
    kPostgresEmpty = 0,
    kPostgresFirst = 1,  // lines, the tree and the index; versions of projections; what became of commits
    kPostgresNewest = kPostgresFirst,
};

Result<void> migratePostgres(sql::Connection& connection);
// Whether the database has a log already, without making anything.
bool holdsLog(sql::Connection& connection);

}  // namespace plumb::server
