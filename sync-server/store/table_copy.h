// Tables that hold what no line of the log says, and how their rows get from one database to another, of whatever make:
// what a log's move takes along beside its lines (setup/move_log.h).
#pragma once

#include <span>

#include "sync-server/store/sql.h"
#include "sync-server/store/table.h"

namespace plumb::server {

struct CopiedTable {
    Table table;          // its contents in the order of their keys, for comparing
    const char* read;     // its rows in the order in which they are put
    const char* put;      // a row, its columns as ?1 …
    const char* columns;  // a letter each: i an integer, t a text, b bytes
};

// Of the log's database: lines of enrolled keys that were refused.
std::span<const CopiedTable> besideLog();
// The log's lines, for comparing.
const Table& linesTable();

// Of the books (book.h).
enum class BookKind { spent, calls, views, hooks, ratings };
std::span<const CopiedTable> tablesOf(BookKind book);
// Of the holders of files; where they lie in a folder they are no table.
std::span<const CopiedTable> holdersTable();

// All rows, into a table that has none. REQUIRES: a transaction of `to` is open. How many there were.
std::uint64_t copyRows(const CopiedTable& table, sql::Connection& from, sql::Connection& to);
bool isEmpty(const CopiedTable& table, sql::Connection& connection);

}  // namespace plumb::server
