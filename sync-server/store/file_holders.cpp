#include "sync-server/store/file_holders.h"

#include <algorithm>

#include "sync-server/store/book.h"

namespace plumb::server {

bool FileHolders::holds(const Sha256& sha256, const std::string& kid) const {
    const auto kids = of(sha256);
    return std::find(kids.begin(), kids.end(), kid) != kids.end();
}

SqlHolders::SqlHolders(std::unique_ptr<sql::Connection> connection) : m_connection(std::move(connection)) {
    defineBook(
        *m_connection,
        "CREATE TABLE IF NOT EXISTS file_holders (sha256 {bytes} NOT NULL, kid {text} NOT NULL, PRIMARY KEY (sha256, "
        "kid)){keyed}");
}

void SqlHolders::add(const Sha256& sha256, const std::string& kid) {
    static constexpr const char* kSql =
        "INSERT INTO file_holders (sha256, kid) VALUES (?1, ?2) ON CONFLICT (sha256, kid) DO NOTHING";
    const std::lock_guard lock(m_mutex);
    m_connection->transact([&] { m_connection->use(kSql).with(sha256, kid).run(); });
}

std::vector<std::string> SqlHolders::of(const Sha256& sha256) const {
    static constexpr const char* kSql = "SELECT kid FROM file_holders WHERE sha256 = ?1 ORDER BY kid";
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> out;
    auto rows = m_connection->use(kSql);
    rows.with(sha256);
    while (rows.step()) out.push_back(rows.text(0));
    return out;
}

}  // namespace plumb::server
