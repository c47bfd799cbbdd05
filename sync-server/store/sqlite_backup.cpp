#include "sync-server/store/sqlite_backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace plumb::server {
namespace {

constexpr int kBusyMs = 60'000;

}  // namespace

Result<void> copyDatabase(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (!std::filesystem::exists(from))
        return fail(ErrorKind::notFound, "not_initialised", from.string() + " does not exist");
    SQLite::Database source(from.string(), SQLite::OPEN_READWRITE, kBusyMs);
    SQLite::Database target(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    // In one step: it holds one state of the log while the server goes on writing beside it.
    SQLite::Backup(target, source).executeStep(-1);
    // A copy has no log of its own beside it.
    SQLite::Statement(target, "PRAGMA journal_mode = DELETE").executeStep();
    return {};
}

}  // namespace plumb::server
