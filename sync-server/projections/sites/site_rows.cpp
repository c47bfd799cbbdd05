#include "sync-server/projections/sites/site_rows.h"

namespace plumb::server {

std::string SiteRows::name(std::string_view site) {
    static constexpr const char* kSql = "SELECT name FROM sites WHERE site = ?1";
    auto row = m_sql.use(kSql);
    return row.with(site).step() ? row.text(0) : std::string();
}

std::optional<std::uint64_t> SiteRows::publishedAt(std::string_view site) {
    static constexpr const char* kSql = "SELECT idx FROM sites WHERE site = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(site).step()) return std::nullopt;
    return row.count(0);
}

std::vector<SiteAt> SiteRows::page(std::string_view after, std::size_t limit) {
    static constexpr const char* kSql = "SELECT site, idx FROM sites WHERE site > ?1 ORDER BY site LIMIT ?2";
    auto row = m_sql.use(kSql);
    row.with(after, limit);
    std::vector<SiteAt> out;
    while (row.step()) out.push_back({row.text(0), row.count(1)});
    return out;
}

std::string SiteRows::programme(std::string_view site) {
    static constexpr const char* kSql = "SELECT programme FROM sites WHERE site = ?1";
    auto row = m_sql.use(kSql);
    return row.with(site).step() ? row.text(0) : std::string();
}

}  // namespace plumb::server
