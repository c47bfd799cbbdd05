// The database's shape and its migrations, in order, by PRAGMA user_version; each runs in one transaction. A file of a
// newer version is refused with a sentence (Error unsupported, "store_newer"), never opened and never changed.
#pragma once

#include <SQLiteCpp/Database.h>

#include "shared/base/result.h"

namespace plumb::server {

// What user_version 1 … n stand for.
enum SchemaVersion : int {
    kSchemaEmpty = 0,
    kSchemaFirst = 1,         // lines and their first projections
    kSchemaPublications = 2,  // where and when each site was published; refused lines
    kSchemaNewest = kSchemaPublications,
};

Result<void> migrate(SQLite::Database& database);

// Every table that is made from `lines`, so that rebuilding can empty them.
constexpr const char* kProjectionTables[] = {"entries", "authors", "nodes", "story",      "inspections",
                                             "tallies", "files",   "sites", "checklists", "publications"};

}  // namespace plumb::server
