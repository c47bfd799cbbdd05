// One pass over a table in which a question of ours is asked of each row where it lies in SQLite's pages. Only rows
// that are wanted are handed out: what a statement costs for each row that it gives (its values copied, a call for each
// column) is more than half of what a search through a hundred thousand rows would take. For the sources of this room.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "shared/store/database.h"

struct sqlite3_value;

namespace plumb::store {

// The columns that the statement names, counted from 0; borrowed while the question is asked.
class ScannedRow {
  public:
    explicit ScannedRow(sqlite3_value** columns) : m_columns(columns) {}

    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string_view text(int column) const;  // empty where it is NULL

  private:
    sqlite3_value** m_columns;
};

using AskRow = std::function<bool(const ScannedRow&)>;

// Once for each connection, before the first scan.
void allowScans(Database& tables);

// `sql` asks by `wanted(?1, column, …)` and gives one number of each row, such as its key: `take` gets it where `ask`
// wants the row. What `ask` throws ends the scan as an SQLite::Exception.
void scan(Database& tables, std::string_view sql, const AskRow& ask, const std::function<void(std::int64_t)>& take);

}  // namespace plumb::store
