#include "tests/unit/server/kit/databases.h"

#include <cstdlib>
#include <map>
#include <mutex>

#include "shared/crypto/hash.h"

namespace plumb::server::kit {
namespace {

const std::string& base() {
    static const std::string url = [] {
        const char* given = std::getenv("PLUMB_TEST_POSTGRESQL");
        return std::string(given ? given : "");
    }();
    return url;
}

std::mutex made;
std::map<std::string, std::string> schemas;  // by files

}  // namespace

bool onPostgres() {
    return !base().empty();
}

sql::Connection& administrator() {
    static const auto store = openPostgresStore(base()).value();
    static const auto connection = store->connect();
    return *connection;
}

StorePlace placeOf(const std::filesystem::path& file) {
    if (!onPostgres()) return {file, {}};
    const std::lock_guard lock(made);
    auto& schema = schemas[file.string()];
    if (schema.empty()) {
        schema = "t" + crypto::sha256(file.string()).hex().substr(0, 12);
        administrator().define("CREATE SCHEMA IF NOT EXISTS " + schema);
    }
    return {file, base() + (base().find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + schema};
}

std::unique_ptr<Store> openAt(const std::filesystem::path& file, SqliteOptions options) {
    return openStore(placeOf(file), options).value();
}

void dropBelow(const std::filesystem::path& folder) noexcept {
    const std::lock_guard lock(made);
    for (auto at = schemas.begin(); at != schemas.end();) {
        if (!at->first.starts_with(folder.string() + "/")) {
            ++at;
            continue;
        }
        try {
            administrator().define("DROP SCHEMA IF EXISTS " + at->second + " CASCADE");
            administrator().define("DROP SCHEMA IF EXISTS " + at->second + "_books CASCADE");
        } catch (const std::exception&) {
            // It stays until the cluster goes.
        }
        at = schemas.erase(at);
    }
}

}  // namespace plumb::server::kit
