#include "sync-server/store/sqlite_store.h"

#include <unordered_map>

#include "sync-server/store/schema.h"
#include "sync-server/store/sqlite_writer.h"

namespace plumb::server {
namespace {

// Nothing is written before the commit (cache_spill), so a full disk shows there and nowhere else.
// The writer's cache holds the tree's edges and the upper levels of the indexes; a reader's stays small, there are
// many.
constexpr const char* kWriterPragmas =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; "
    "PRAGMA cache_spill = OFF; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864";
constexpr const char* kReaderPragmas = "PRAGMA query_only = ON; PRAGMA cache_size = -2048";
constexpr int kBusyMs = 5000;

struct OwnedReader final : private SQLite::Database, public SqliteReader {
    explicit OwnedReader(const std::string& file)
        : SQLite::Database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, kBusyMs),
          SqliteReader(static_cast<SQLite::Database&>(*this)) {
        SQLite::Database::exec(kReaderPragmas);
    }
};

class SqliteStore final : public Store {
  public:
    SqliteStore(std::filesystem::path file, std::unique_ptr<SQLite::Database> database)
        : m_file(std::move(file)), m_database(std::move(database)), m_writer(*m_database) {}

    StoreWriter& writer() override { return m_writer; }
    std::unique_ptr<StoreReader> openReader() override { return std::make_unique<OwnedReader>(m_file.string()); }

  private:
    std::filesystem::path m_file;
    std::unique_ptr<SQLite::Database> m_database;
    SqliteWriter m_writer;
};

}  // namespace

Result<std::unique_ptr<Store>> openSqliteStore(const std::filesystem::path& file, SqliteOptions options) {
    auto database = std::make_unique<SQLite::Database>(
        file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, kBusyMs);
    // Before anything is written: a newer file must not even be switched to another journal.
    if (auto good = migrate(*database); !good) return fail(good.error());
    // journal_mode gives a row, which exec() of the wrapper takes.
    database->exec(kWriterPragmas);
    if (options.maxPages > 0) database->exec("PRAGMA max_page_count = " + std::to_string(options.maxPages));
    return std::make_unique<SqliteStore>(file, std::move(database));
}

bool isNamed(StoreReader& reader, const Sha256& sha256) {
    bool named = false;
    reader.eachUse(sha256, [&](const FileUse&) {
        named = true;
        return false;
    });
    return named;
}

crypto::NodeReader nodesOf(StoreReader& reader) {
    struct Hasher {
        std::size_t operator()(const std::pair<int, std::uint64_t>& id) const {
            return std::hash<std::uint64_t>()((id.second << 6) ^ static_cast<std::uint64_t>(id.first));
        }
    };
    auto known = std::make_shared<std::unordered_map<std::pair<int, std::uint64_t>, Sha256, Hasher>>();
    return [&reader, known](crypto::NodeId id) {
        const auto [at, fresh] = known->try_emplace({id.level, id.index});
        if (fresh) at->second = reader.node(id);
        return at->second;
    };
}

}  // namespace plumb::server
