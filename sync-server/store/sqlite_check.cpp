#include "sync-server/store/sqlite_check.h"

#include "sync-server/store/sqlite_connection.h"

namespace plumb::server {
namespace {

constexpr int kBusyMs = 60'000;

}  // namespace

Result<void> checkDatabase(const std::filesystem::path& file) {
    SqliteConnection connection(file.string(), false, kBusyMs);
    auto row = connection.use("PRAGMA quick_check(1)");
    if (row.step() && row.view(0) == "ok") return {};
    return fail(ErrorKind::broken, "data_damaged", file.string() + " is damaged; take another backup");
}

std::vector<std::string> structuralFaults(const std::filesystem::path& file) {
    SqliteConnection connection(file.string(), false, kBusyMs);
    auto row = connection.use("PRAGMA integrity_check(20)");
    std::vector<std::string> out;
    while (row.step()) {
        if (row.view(0) != "ok") out.push_back(row.text(0));
    }
    return out;
}

}  // namespace plumb::server
