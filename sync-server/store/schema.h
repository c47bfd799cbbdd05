// The database's shape and its migrations, in order, by PRAGMA user_version; each runs in one transaction. A file of a
// newer version is refused with a sentence (Error unsupported, "store_newer"), never opened and never changed.
//
// Of projections only the table of their versions stands here (projections/projection_states.h); each defines its own
// tables and is made again from the lines where they change.
#pragma once

#include <SQLiteCpp/Database.h>

#include "shared/base/result.h"

namespace plumb::server {

// What user_version 1 … n stand for.
enum SchemaVersion : int {
    kSchemaEmpty = 0,
    kSchemaFirst = 1,         // lines and their first projections
    kSchemaPublications = 2,  // where and when each site was published; refused lines
    kSchemaProjections = 3,   // projections have versions of their own
    kSchemaNewest = kSchemaProjections,
};

Result<void> migrate(SQLite::Database& database);

}  // namespace plumb::server
