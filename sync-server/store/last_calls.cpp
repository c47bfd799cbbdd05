#include "sync-server/store/last_calls.h"

#include <map>
#include <mutex>
#include <string>

#include "sync-server/store/book.h"

namespace plumb::server {
namespace {

// A note that a power cut takes along is made again at the next call: no call waits for the disk for it.
constexpr const char* kPragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -256";
constexpr const char* kTables =
    "CREATE TABLE IF NOT EXISTS calls (kid {text} PRIMARY KEY, at {integer} NOT NULL){keyed}";

}  // namespace

struct LastCalls::Inside {
    explicit Inside(std::unique_ptr<sql::Connection> given) : owned(std::move(given)), connection(*owned) {
        defineBook(connection, kTables);
    }

    mutable std::mutex mutex;
    const std::unique_ptr<sql::Connection> owned;
    sql::Connection& connection;
    std::map<std::string, TimePoint, std::less<>> unsaved;  // while the disk is full
};

LastCalls::LastCalls(const std::filesystem::path& file) : LastCalls(openBook(file, kPragmas)) {}
LastCalls::LastCalls(std::unique_ptr<sql::Connection> book) : m_inside(std::make_unique<Inside>(std::move(book))) {}
LastCalls::~LastCalls() = default;

void LastCalls::note(std::string_view kid, TimePoint at) {
    static constexpr const char* kSql =
        "INSERT INTO calls (kid, at) VALUES (?1, ?2) ON CONFLICT (kid) DO UPDATE SET at = excluded.at";
    auto& inside = *m_inside;
    const std::lock_guard lock(inside.mutex);
    try {
        inside.connection.use(kSql).with(kid, at.time_since_epoch().count()).run();
        if (const auto kept = inside.unsaved.find(kid); kept != inside.unsaved.end()) inside.unsaved.erase(kept);
    } catch (const std::runtime_error&) {
        inside.unsaved.insert_or_assign(std::string(kid), at);
    }
}

std::optional<TimePoint> LastCalls::of(std::string_view kid) const {
    static constexpr const char* kSql = "SELECT at FROM calls WHERE kid = ?1";
    auto& inside = *m_inside;
    const std::lock_guard lock(inside.mutex);
    if (const auto kept = inside.unsaved.find(kid); kept != inside.unsaved.end()) return kept->second;
    auto row = inside.connection.use(kSql);
    if (!row.with(kid).step()) return std::nullopt;
    return TimePoint(std::chrono::milliseconds(row.integer(0)));
}

}  // namespace plumb::server
