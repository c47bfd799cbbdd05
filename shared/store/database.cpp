#include "shared/store/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <new>

#include "shared/base/bytes.h"
#include "shared/store/owner_only.h"

namespace plumb::store {

Error diskFull() {
    return {ErrorKind::full, "disk_full",
            "there is no space left on this device; what was stored before is safe, this change was not stored. Free "
            "some space and do it again"};
}

bool isDiskFull(const SQLite::Exception& error) {
    return error.getErrorCode() == SQLITE_FULL ||
           (error.getErrorCode() == SQLITE_IOERR && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG));
}

Bytes blobOf(const SQLite::Column& column) {
    const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
    return data ? Bytes(data, data + column.getBytes()) : Bytes{};
}

void bindBlob(SQLite::Statement& statement, int index, ByteView bytes) {
    // A null pointer would bind NULL; an empty blob is a value.
    statement.bind(index, bytes.empty() ? static_cast<const void*>("") : bytes.data(), static_cast<int>(bytes.size()));
}

namespace {

constexpr const char* kInMemory = ":memory:";

// What is in memory has one holder, who lets one thread at a time at it (DerivedTables): SQLite's own mutex, which is
// taken for each column that is read, is a good part of what a search costs.
int flagsFor(const std::filesystem::path& file) {
    const int flags = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    return file == kInMemory ? flags | SQLite::OPEN_NOMUTEX : flags;
}

}  // namespace

Database::Database(const std::filesystem::path& file) : m_sql(file.string(), flagsFor(file), 10'000) {}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Migrations migrations) {
    try {
        makeOwnersEmptyFile(file);
        for (const char* beside : {"-wal", "-shm"}) makeOwnersFile(file.string() + beside);
        std::unique_ptr<Database> database(new Database(file));
        auto& sql = database->m_sql;
        sql.exec("PRAGMA journal_mode=WAL");
        // FULL: a commit is on the disk before it is said to be; the tablet may lose power at any time.
        sql.exec("PRAGMA synchronous=FULL");
        sql.exec("PRAGMA foreign_keys=ON");
        // Lists and searches read the derived tables, which lie in memory: two megabytes of pages beside them (SQLite's
        // own measure, for each of the two connections) are hardly asked again.
        sql.exec("PRAGMA cache_size=-512");
        const int version = sql.execAndGet("PRAGMA user_version").getInt();
        if (version > static_cast<int>(migrations.size())) {
            return fail(ErrorKind::unsupported, "newer_store",
                        file.string() + " was written by a newer version (form " + std::to_string(version) +
                            ", this program knows " + std::to_string(migrations.size()) +
                            "); nothing was changed. Install the newer program");
        }
        for (std::size_t step = static_cast<std::size_t>(version); step < migrations.size(); ++step) {
            SQLite::Transaction transaction(sql, SQLite::TransactionBehavior::IMMEDIATE);
            // Another connection may have done it while we waited for the lock.
            if (sql.execAndGet("PRAGMA user_version").getInt() != static_cast<int>(step)) continue;
            sql.exec(migrations[step]);
            sql.exec("PRAGMA user_version=" + std::to_string(step + 1));
            transaction.commit();
        }
        return database;
    } catch (const SQLite::Exception& error) {
        if (isDiskFull(error)) return fail(diskFull());
        throw;
    }
}

std::unique_ptr<Database> Database::inMemory() {
    std::unique_ptr<Database> out(new Database(kInMemory));
    out->m_sql.exec("PRAGMA temp_store=MEMORY");
    return out;
}

std::unique_ptr<Database> Database::fromImage(ByteView image) {
    auto out = inMemory();
    // SQLite takes the buffer over, and grows it: it has to be of its own making.
    auto* buffer = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
    if (!buffer) throw std::bad_alloc();
    std::copy(image.begin(), image.end(), buffer);
    const auto size = static_cast<sqlite3_int64>(image.size());
    if (sqlite3_deserialize(out->m_sql.getHandle(), "main", buffer, size, size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) != SQLITE_OK)
        throw SQLite::Exception(out->m_sql.getHandle());
    return out;
}

Bytes Database::image() {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> copy(
        sqlite3_serialize(m_sql.getHandle(), "main", &size, 0), &sqlite3_free);
    if (!copy) throw std::bad_alloc();
    Bytes out(copy.get(), copy.get() + size);
    std::fill(copy.get(), copy.get() + size, std::uint8_t{0});
    return out;
}

Database::Kept::~Kept() {
    if (m_own) return;
    (void)m_statement->tryReset();  // what went wrong was thrown when it was stepped
    m_statement->clearBindings();
    *m_taken = false;
}

Database::Kept Database::kept(std::string_view text) {
    auto& entry = m_kept[text];
    if (entry.taken) return Kept(std::make_unique<SQLite::Statement>(m_sql, std::string(text)));
    if (!entry.statement) entry.statement = std::make_unique<SQLite::Statement>(m_sql, std::string(text));
    entry.taken = true;
    return Kept(*entry.statement, entry.taken);
}

Result<void> Database::write(const std::function<Result<void>()>& work) {
    try {
        SQLite::Transaction transaction(m_sql, SQLite::TransactionBehavior::IMMEDIATE);
        auto done = work();
        if (done) transaction.commit();
        return done;
    } catch (const SQLite::Exception& error) {
        if (isDiskFull(error)) return fail(diskFull());
        throw;
    }
}

}  // namespace plumb::store
