// What differs between a table of the log's database and the same table made anew elsewhere, row by row in the order of
// its keys; neither is held in memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sync-server/store/sql.h"
#include "sync-server/store/table.h"

namespace plumb::server {

struct TableDifference {
    std::uint64_t missing = 0;  // rows that follow from the lines and do not stand in the log's table
    std::uint64_t odd = 0;      // rows that stand there and do not follow
    std::string first;          // the first of them, by its keys
};

// None where they are alike.
std::optional<TableDifference> compareTable(const Table& table, sql::Connection& log, sql::Connection& anew);

}  // namespace plumb::server
