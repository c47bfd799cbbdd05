// A table that is made from the lines of the log and can be made again.
#pragma once

#include <span>

namespace plumb::server {

struct Table {
    const char* name;
    // In the port's words (sql.h), with the indexes that making the rows needs; null where migrations define it.
    const char* definition;
    // A query for what of it follows from the lines, in the order of its leading `keys` columns, which name a row:
    // numbers that the database gave stand for nothing, so authors are told by their keys.
    const char* contents;
    int keys;
    // Indexes that queries alone need ("IF NOT EXISTS"): made when the rows of a long log are, which costs a tenth of
    // keeping them on the way. Null for none.
    const char* indexes = nullptr;
};

// The tree and the index of the log, which are made from `lines` too.
std::span<const Table> indexTables();

}  // namespace plumb::server
