// The database's shape on PostgreSQL and its migrations, in order, by the row in `store_format`; each runs in one
// transaction, one program at a time. A newer database is refused with a sentence (store_newer) and not changed.
#pragma once

#include "shared/base/result.h"
#include "sync-server/store/sql.h"

namespace plumb::server {

// What `store_format` 1 … n stand for; and what says that nobody may serve the log.
enum PostgresFormat : int {
    kPostgresArriving = -2,   // a move into this database has begun and is not over
    kPostgresMovedAway = -1,  // what was served from here is served from elsewhere
    kPostgresEmpty = 0,
    kPostgresFirst = 1,  // lines, the tree and the index; versions of projections; what became of commits
    kPostgresNewest = kPostgresFirst,
};

// Also store_moved, store_arriving where the log may not be served.
Result<void> migratePostgres(sql::Connection& connection);

// For moves (setup/move_log.h); transactions are the caller's but in the first one.
// Makes the tables and says that a log is arriving; where one is already, that goes on. store_not_empty.
Result<void> beginArrival(sql::Connection& connection);
void endArrival(sql::Connection& connection);
// Until the transaction ends nobody writes a line; waits for who does.
void keepFromWriting(sql::Connection& connection);
// Nobody serves this log any more: who still has it open cannot write a line either.
void markMovedAway(sql::Connection& connection);

}  // namespace plumb::server
