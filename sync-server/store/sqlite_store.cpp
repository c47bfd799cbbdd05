#include "sync-server/store/sqlite_store.h"

#include "sync-server/store/schema.h"
#include "sync-server/store/sqlite_connection.h"
#include "sync-server/store/wal_writes.h"

namespace plumb::server {
namespace {

// Nothing is written before the commit (cache_spill), so a full disk shows there and nowhere else.
// The writer's cache holds the tree's edges and the upper levels of the indexes; a reader's stays small, there are
// many.
constexpr const char* kWriterPragmas =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; "
    "PRAGMA cache_spill = OFF; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864";
constexpr const char* kReaderPragmas = "PRAGMA query_only = ON; PRAGMA cache_size = -2048";
constexpr const char* kFurtherPragmas = "PRAGMA synchronous = FULL; PRAGMA cache_size = -256";
constexpr int kBusyMs = 5000;

struct OwnedReader final : private SqliteConnection, public StoreReader {
    explicit OwnedReader(const std::string& file)
        : SqliteConnection(file, false, kBusyMs), StoreReader(static_cast<SqliteConnection&>(*this)) {
        database().exec(kReaderPragmas);
    }
};

class SqliteStore final : public Store {
  public:
    SqliteStore(std::filesystem::path file, std::unique_ptr<SqliteConnection> connection)
        : m_file(std::move(file)), m_connection(std::move(connection)), m_writer(*m_connection) {}

    StoreWriter& writer() override { return m_writer; }
    std::unique_ptr<StoreReader> openReader() override { return std::make_unique<OwnedReader>(m_file.string()); }
    std::unique_ptr<sql::Connection> connect() override {
        auto out = std::make_unique<SqliteConnection>(m_file.string(), false, kBusyMs);
        out->database().exec(kFurtherPragmas);
        return out;
    }

  private:
    std::filesystem::path m_file;
    std::unique_ptr<SqliteConnection> m_connection;
    StoreWriter m_writer;
};

}  // namespace

Result<std::unique_ptr<Store>> openSqliteStore(const std::filesystem::path& file, SqliteOptions options) {
    auto connection = std::make_unique<SqliteConnection>(file.string(), true, kBusyMs, gatheringVfs());
    auto& database = connection->database();
    // Before anything is written: a newer file must not even be switched to another journal.
    if (auto good = migrate(database); !good) return fail(good.error());
    // journal_mode gives a row, which exec() of the wrapper takes.
    database.exec(kWriterPragmas);
    if (options.maxPages > 0) database.exec("PRAGMA max_page_count = " + std::to_string(options.maxPages));
    return std::make_unique<SqliteStore>(file, std::move(connection));
}

}  // namespace plumb::server
