#include "sync-server/store/sqlite_connection.h"

#include <sqlite3.h>

#include <cerrno>

namespace plumb::server {
namespace {

constexpr sql::Word kWords[] = {{"integer", "INTEGER"},
                                {"text", "TEXT"},
                                {"bytes", "BLOB"},
                                {"counted", "INTEGER PRIMARY KEY"},
                                {"rows", " STRICT"},
                                {"keyed", " STRICT, WITHOUT ROWID"},
                                {"number", "CAST(% AS INTEGER)"}};

// Debian's SQLite counts each piece of memory that it takes or gives back, all threads behind one lock, and takes some
// four hundred for a line. Nobody asks for the counts. Before its first use, so before main().
[[maybe_unused]] const int kUncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

// A full disk is SQLITE_FULL; a file-size limit or a quota shows as a failed write. SQLite keeps the system's own
// reason where a statement failed, but not where its commit did: there the thread's errno still has it.
bool isFull(sqlite3* handle, int code, int threadErrno) {
    if ((code & 0xff) == SQLITE_FULL) return true;
    if ((code & 0xff) != SQLITE_IOERR) return false;
    const int kept = sqlite3_system_errno(handle);
    const int cause = kept != 0 ? kept : threadErrno;
    return cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
}

[[noreturn]] void failed(sqlite3* handle, int code, int threadErrno) {
    const std::string said = sqlite3_errmsg(handle);
    if (isFull(handle, code, threadErrno)) throw StoreFull(said);
    throw sql::Failed("the database failed: " + said + " (code " + std::to_string(sqlite3_extended_errcode(handle)) +
                      ")");
}

class SqliteStatement final : public sql::Statement {
  public:
    SqliteStatement(sqlite3* handle, std::string_view text) : m_handle(handle) {
        const int code = sqlite3_prepare_v3(handle, text.data(), static_cast<int>(text.size()),
                                            SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
        if (code != SQLITE_OK) failed(handle, code, errno);
    }
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }

    void bindInteger(int at, std::int64_t value) override { good(sqlite3_bind_int64(m_statement, at, value)); }
    void bindText(int at, std::string_view value) override {
        // A null pointer would bind NULL.
        good(sqlite3_bind_text64(m_statement, at, value.data() ? value.data() : "", value.size(), SQLITE_STATIC,
                                 SQLITE_UTF8));
    }
    void bindBytes(int at, ByteView value) override {
        if (value.empty())
            good(sqlite3_bind_zeroblob(m_statement, at, 0));
        else
            good(sqlite3_bind_blob64(m_statement, at, value.data(), value.size(), SQLITE_STATIC));
    }
    void bindNull(int at) override { good(sqlite3_bind_null(m_statement, at)); }

    bool step() override {
        errno = 0;
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) return false;
        failed(m_handle, code, errno);
    }
    void reset() noexcept override { sqlite3_reset(m_statement); }

    int columns() override { return sqlite3_column_count(m_statement); }
    Type type(int column) override {
        switch (sqlite3_column_type(m_statement, column)) {
            case SQLITE_NULL:
                return Type::null;
            case SQLITE_INTEGER:
                return Type::integer;
            case SQLITE_TEXT:
                return Type::text;
            default:
                return Type::bytes;
        }
    }
    std::int64_t integer(int column) override { return sqlite3_column_int64(m_statement, column); }
    std::string_view view(int column) override {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
        if (!bytes) return {};
        return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
    }

  private:
    void good(int code) {
        if (code != SQLITE_OK) failed(m_handle, code, errno);
    }

    sqlite3* m_handle;
    sqlite3_stmt* m_statement = nullptr;
};

}  // namespace

SqliteConnection::SqliteConnection(const std::string& file, bool create, int busyMs, const char* vfs)
    : m_database(file.c_str(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX | (create ? SQLite::OPEN_CREATE : 0),
                 busyMs, vfs) {}

std::unique_ptr<sql::Statement> SqliteConnection::prepare(std::string_view text) {
    return std::make_unique<SqliteStatement>(m_database.getHandle(), sql::withWords(text, kWords));
}

void SqliteConnection::define(std::string_view script) {
    errno = 0;
    auto* handle = m_database.getHandle();
    const int code = sqlite3_exec(handle, sql::withWords(script, kWords).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) failed(handle, code, errno);
}

void SqliteConnection::begin() {
    use("BEGIN IMMEDIATE").run();
}

void SqliteConnection::beginReading() {
    use("BEGIN DEFERRED").run();
}

void SqliteConnection::commit() {
    use("COMMIT").run();
}

void SqliteConnection::rollback() noexcept {
    // SQLite may have rolled back by itself (a full disk); then there is nothing to undo.
    if (sqlite3_get_autocommit(m_database.getHandle()) == 0)
        sqlite3_exec(m_database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void ownerOnly(const std::filesystem::path& file) {
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

}  // namespace plumb::server
