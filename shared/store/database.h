// Thin use of SQLite: open with our pragmas, migrate by user_version, write in one short transaction.
// One Database per thread; several may have the same file open (WAL).
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::store {

// Migration n (from 0) brings user_version n to n + 1; each runs in a transaction of its own.
using Migrations = std::span<const char* const>;

class Database {
  public:
    // The file, and the -wal and -shm beside it, are their owner's alone (owner_only.h).
    // unsupported ("newer_store") where the file was written by a newer version; full where the disk is.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Migrations migrations);

    // One that is in memory alone, sorting included: for what must not lie on a disk unsealed.
    static std::unique_ptr<Database> inMemory();
    // The same, with what image() gave. Throws where it is no database.
    static std::unique_ptr<Database> fromImage(ByteView image);
    [[nodiscard]] Bytes image();

    [[nodiscard]] SQLite::Database& sql() { return m_sql; }

    // A statement that is compiled once for the life of the connection: compiling costs more than most of them do.
    // Borrowed until the handle goes, which resets it and forgets its values.
    class Kept {
      public:
        explicit Kept(SQLite::Statement& statement, bool& taken) : m_statement(&statement), m_taken(&taken) {}
        explicit Kept(std::unique_ptr<SQLite::Statement> own) : m_statement(own.get()), m_own(std::move(own)) {}
        Kept(const Kept&) = delete;
        Kept& operator=(const Kept&) = delete;
        ~Kept();

        SQLite::Statement& operator*() const { return *m_statement; }
        SQLite::Statement* operator->() const { return m_statement; }

      private:
        SQLite::Statement* m_statement;
        bool* m_taken = nullptr;
        std::unique_ptr<SQLite::Statement> m_own;  // of a text that is borrowed already
    };
    // `text` lives as long as the program.
    [[nodiscard]] Kept kept(std::string_view text);

    // Runs `work` in BEGIN IMMEDIATE … COMMIT. When it returns, what it wrote is on disk. A full disk is an Error
    // (full) and nothing of it was stored; an Error returned by `work` rolls back; other failures of the machinery
    // throw.
    Result<void> write(const std::function<Result<void>()>& work);

  private:
    explicit Database(const std::filesystem::path& file);

    struct Entry {
        std::unique_ptr<SQLite::Statement> statement;
        bool taken = false;
    };
    SQLite::Database m_sql;
    std::map<std::string_view, Entry> m_kept;
};

// The sentence for a full disk, one wording everywhere.
Error diskFull();
bool isDiskFull(const SQLite::Exception& error);

// A blob column as bytes, and a blob parameter.
Bytes blobOf(const SQLite::Column& column);
void bindBlob(SQLite::Statement& statement, int index, ByteView bytes);

}  // namespace plumb::store
