#include "sync-server/store/book.h"

#include "sync-server/store/sqlite_connection.h"

namespace plumb::server {
namespace {

constexpr int kBusyMs = 5000;

}  // namespace

std::unique_ptr<sql::Connection> openBook(const std::filesystem::path& file, const char* pragmas, bool ownerOnly) {
    auto out = std::make_unique<SqliteConnection>(file.string(), true, kBusyMs);
    if (ownerOnly) server::ownerOnly(file);
    out->database().exec(pragmas);
    return out;
}

void defineBook(sql::Connection& connection, const char* script) {
    try {
        connection.define(script);
    } catch (const sql::Failed&) {
        connection.define(script);  // PostgreSQL refuses one of two who begin at once
    }
}

}  // namespace plumb::server
