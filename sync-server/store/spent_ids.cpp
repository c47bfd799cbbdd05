#include "sync-server/store/spent_ids.h"

#include <map>
#include <mutex>

#include "sync-server/store/book.h"

namespace plumb::server {
namespace {

// How often what is past its time goes.
constexpr std::chrono::seconds kSweep{60};
constexpr const char* kPragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -512";
constexpr const char* kTables =
    "CREATE TABLE IF NOT EXISTS spent (id {bytes} PRIMARY KEY, until {integer} NOT NULL){keyed}; "
    "CREATE INDEX IF NOT EXISTS spent_until ON spent (until)";

}  // namespace

struct SpentIds::Inside {
    explicit Inside(std::unique_ptr<sql::Connection> given) : owned(std::move(given)), connection(*owned) {
        defineBook(connection, kTables);
    }

    bool insert(const Sha256& id, TimePoint until) {
        static constexpr const char* kSql =
            "INSERT INTO spent (id, until) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING RETURNING 1";
        auto statement = connection.use(kSql);
        const bool fresh = statement.with(id, until.time_since_epoch().count()).step();
        // To its end: that is when it is committed.
        if (fresh) statement.run();
        return fresh;
    }

    bool holds(const Sha256& id) {
        static constexpr const char* kSql = "SELECT 1 FROM spent WHERE id = ?1";
        return connection.use(kSql).with(id).step();
    }

    void sweep(TimePoint now) {
        if (now - swept < kSweep && now >= swept) return;
        swept = now;
        std::erase_if(unsaved, [&](const auto& entry) { return entry.second < now; });
        static constexpr const char* kSql = "DELETE FROM spent WHERE until < ?1";
        connection.use(kSql).with(now.time_since_epoch().count()).run();
    }

    std::mutex mutex;
    const std::unique_ptr<sql::Connection> owned;
    sql::Connection& connection;
    std::map<Sha256, TimePoint> unsaved;  // while the disk is full
    TimePoint swept{};
};

SpentIds::SpentIds(const std::filesystem::path& file) : SpentIds(openBook(file, kPragmas)) {}
SpentIds::SpentIds(std::unique_ptr<sql::Connection> book) : m_inside(std::make_unique<Inside>(std::move(book))) {}
SpentIds::~SpentIds() = default;

bool SpentIds::use(const Sha256& id, TimePoint until, TimePoint now) {
    auto& inside = *m_inside;
    const std::lock_guard lock(inside.mutex);
    if (inside.unsaved.contains(id)) return false;
    try {
        inside.sweep(now);
        return inside.insert(id, until);
    } catch (const std::runtime_error&) {
        if (inside.holds(id)) return false;
        return inside.unsaved.try_emplace(id, until).second;
    }
}

std::size_t SpentIds::count() const {
    auto& inside = *m_inside;
    const std::lock_guard lock(inside.mutex);
    static constexpr const char* kSql = "SELECT count(*) FROM spent";
    auto row = inside.connection.use(kSql);
    row.step();
    return row.count(0) + inside.unsaved.size();
}

}  // namespace plumb::server
