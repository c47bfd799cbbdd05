#include "sync-server/store/saved_views.h"

#include <mutex>

#include "sync-server/store/book.h"

namespace plumb::server {
namespace {

constexpr const char* kPragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -256";
constexpr const char* kTables =
    "CREATE TABLE IF NOT EXISTS views (person {text} PRIMARY KEY, version {integer} NOT NULL, text {text} NOT "
    "NULL){keyed}";

}  // namespace

struct SavedViews::Inside {
    explicit Inside(std::unique_ptr<sql::Connection> given) : owned(std::move(given)), connection(*owned) {
        defineBook(connection, kTables);
    }
    SavedViewsText of(std::string_view person) {
        static constexpr const char* kSql = "SELECT version, text FROM views WHERE person = ?1";
        auto row = connection.use(kSql);
        if (!row.with(person).step()) return {};
        return {row.integer(0), row.text(1)};
    }

    mutable std::mutex mutex;
    const std::unique_ptr<sql::Connection> owned;
    sql::Connection& connection;
};

SavedViews::SavedViews(const std::filesystem::path& file) : SavedViews(openBook(file, kPragmas)) {}
SavedViews::SavedViews(std::unique_ptr<sql::Connection> book) : m_inside(std::make_unique<Inside>(std::move(book))) {}
SavedViews::~SavedViews() = default;

SavedViewsText SavedViews::of(std::string_view person) const {
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->of(person);
}

Result<std::int64_t> SavedViews::put(std::string_view person, std::int64_t version, std::string_view text) {
    // In one statement: another front end may write, too.
    static constexpr const char* kFirst =
        "INSERT INTO views (person, version, text) VALUES (?1, 1, ?2) ON CONFLICT (person) DO NOTHING RETURNING 1";
    static constexpr const char* kNext =
        "UPDATE views SET version = version + 1, text = ?3 WHERE person = ?1 AND version = ?2 RETURNING 1";
    const std::lock_guard lock(m_inside->mutex);
    auto row = m_inside->connection.use(version == 0 ? kFirst : kNext);
    const bool taken = version == 0 ? row.with(person, text).step() : row.with(person, version, text).step();
    if (!taken)
        return fail(ErrorKind::conflict, "views_newer", "the saved views were changed elsewhere; read them anew");
    row.run();
    return version + 1;
}

}  // namespace plumb::server
