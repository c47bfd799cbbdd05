#include "sync-server/store/saved_views.h"

#include <mutex>

#include "sync-server/store/sqlite_connection.h"

namespace plumb::server {
namespace {

constexpr int kBusyMs = 5000;
constexpr const char* kPrepare =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -256; "
    "CREATE TABLE IF NOT EXISTS views (person TEXT PRIMARY KEY, version INTEGER NOT NULL, text TEXT NOT NULL) STRICT, "
    "WITHOUT ROWID";

}  // namespace

struct SavedViews::Inside {
    explicit Inside(const std::filesystem::path& file) : connection(file.string(), true, kBusyMs) {
        connection.database().exec(kPrepare);
    }
    SavedViewsText of(std::string_view person) {
        static constexpr const char* kSql = "SELECT version, text FROM views WHERE person = ?1";
        auto row = connection.use(kSql);
        if (!row.with(person).step()) return {};
        return {row.integer(0), row.text(1)};
    }

    mutable std::mutex mutex;
    SqliteConnection connection;
};

SavedViews::SavedViews(const std::filesystem::path& file) : m_inside(std::make_unique<Inside>(file)) {}
SavedViews::~SavedViews() = default;

SavedViewsText SavedViews::of(std::string_view person) const {
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->of(person);
}

Result<std::int64_t> SavedViews::put(std::string_view person, std::int64_t version, std::string_view text) {
    static constexpr const char* kSql =
        "INSERT INTO views (person, version, text) VALUES (?1, ?2, ?3) ON CONFLICT (person) DO UPDATE SET version = "
        "excluded.version, text = excluded.text";
    const std::lock_guard lock(m_inside->mutex);
    if (m_inside->of(person).version != version)
        return fail(ErrorKind::conflict, "views_newer", "the saved views were changed elsewhere; read them anew");
    m_inside->connection.use(kSql).with(person, version + 1, text).run();
    return version + 1;
}

}  // namespace plumb::server
