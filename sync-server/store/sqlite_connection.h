// The SQL port on SQLite. SQLiteCpp opens the file; statements go to sqlite3 itself, since the wrapper copies texts
// that are no std::string and counts references for every column.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "sync-server/store/sql.h"

namespace plumb::server {

class SqliteConnection : public sql::Connection {
  public:
    // Opens the file, or makes it where `create`; waits so long for others who write to it. `vfs`: by what SQLite
    // reaches files; null: the system's own.
    SqliteConnection(const std::string& file, bool create, int busyMs, const char* vfs = nullptr);
    ~SqliteConnection() override { forget(); }

    [[nodiscard]] std::unique_ptr<sql::Statement> prepare(std::string_view text) override;
    void define(std::string_view script) override;
    void begin() override;
    void commit() override;
    void rollback() noexcept override;
    void beginReading() override;
    void endReading() noexcept override { rollback(); }

    // For what is SQLite's own: pragmas, its structure, copies.
    [[nodiscard]] SQLite::Database& database() { return m_database; }

  private:
    SQLite::Database m_database;
};

// For the server's own account alone: of files that hold what no other account of the machine may read.
void ownerOnly(const std::filesystem::path& file);

}  // namespace plumb::server
