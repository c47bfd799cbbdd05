// A table that is made from the lines of the log and can be made again.
#pragma once

#include <span>

namespace plumb::server {

struct Table {
    const char* name;
    const char* definition;  // with its indexes, in the port's words (sql.h); null where migrations define it
    // A query for what of it follows from the lines, in the order of its leading `keys` columns, which name a row:
    // numbers that the database gave stand for nothing, so authors are told by their keys.
    const char* contents;
    int keys;
};

// The tree and the index of the log, which are made from `lines` too.
std::span<const Table> indexTables();

}  // namespace plumb::server
