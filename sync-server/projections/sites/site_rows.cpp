#include "sync-server/projections/sites/site_rows.h"

namespace plumb::server {

std::string SiteRows::name(std::string_view site) {
    static constexpr const char* kSql = "SELECT name FROM sites WHERE site = ?1";
    auto row = m_sql.use(kSql);
    return row.with(site).step() ? row.text(0) : std::string();
}

std::string SiteRows::programme(std::string_view site) {
    static constexpr const char* kSql = "SELECT programme FROM sites WHERE site = ?1";
    auto row = m_sql.use(kSql);
    return row.with(site).step() ? row.text(0) : std::string();
}

}  // namespace plumb::server
