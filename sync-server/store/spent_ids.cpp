#include "sync-server/store/spent_ids.h"

#include <map>
#include <mutex>

#include "sync-server/store/sqlite_reader.h"

namespace plumb::server {
namespace {

constexpr int kBusyMs = 5000;
// How often what is past its time goes.
constexpr std::chrono::seconds kSweep{60};
constexpr const char* kPrepare =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -512; "
    "CREATE TABLE IF NOT EXISTS spent (id BLOB PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID; "
    "CREATE INDEX IF NOT EXISTS spent_until ON spent (until)";

}  // namespace

struct SpentIds::Inside {
    explicit Inside(const std::filesystem::path& file)
        : database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, kBusyMs),
          statements(prepared(database)) {}

    static SQLite::Database& prepared(SQLite::Database& database) {
        database.exec(kPrepare);
        return database;
    }

    bool insert(const Sha256& id, TimePoint until) {
        static constexpr const char* kSql = "INSERT INTO spent (id, until) VALUES (?, ?) ON CONFLICT (id) DO NOTHING";
        auto statement = statements.use(kSql);
        bindHash(*statement, 1, id);
        statement->bind(2, static_cast<std::int64_t>(until.time_since_epoch().count()));
        return statement->exec() == 1;
    }

    bool holds(const Sha256& id) {
        static constexpr const char* kSql = "SELECT 1 FROM spent WHERE id = ?";
        auto statement = statements.use(kSql);
        bindHash(*statement, 1, id);
        return statement->executeStep();
    }

    void sweep(TimePoint now) {
        if (now - swept < kSweep && now >= swept) return;
        swept = now;
        std::erase_if(unsaved, [&](const auto& entry) { return entry.second < now; });
        static constexpr const char* kSql = "DELETE FROM spent WHERE until < ?";
        auto statement = statements.use(kSql);
        statement->bind(1, static_cast<std::int64_t>(now.time_since_epoch().count()));
        statement->exec();
    }

    std::mutex mutex;
    SQLite::Database database;
    Statements statements;
    std::map<Sha256, TimePoint> unsaved;  // while the disk is full
    TimePoint swept{};
};

SpentIds::SpentIds(const std::filesystem::path& file) : m_inside(std::make_unique<Inside>(file)) {}
SpentIds::~SpentIds() = default;

bool SpentIds::use(const Sha256& id, TimePoint until, TimePoint now) {
    auto& inside = *m_inside;
    const std::lock_guard lock(inside.mutex);
    if (inside.unsaved.contains(id)) return false;
    try {
        inside.sweep(now);
        return inside.insert(id, until);
    } catch (const SQLite::Exception&) {
        if (inside.holds(id)) return false;
        return inside.unsaved.try_emplace(id, until).second;
    }
}

std::size_t SpentIds::count() const {
    auto& inside = *m_inside;
    const std::lock_guard lock(inside.mutex);
    static constexpr const char* kSql = "SELECT count(*) FROM spent";
    auto statement = inside.statements.use(kSql);
    statement->executeStep();
    return static_cast<std::size_t>(statement->getColumn(0).getInt64()) + inside.unsaved.size();
}

}  // namespace plumb::server
