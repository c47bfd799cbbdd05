#include "sync-server/projections/sites/sites_projection.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"sites", R"sql(
CREATE TABLE sites (
  site {text} PRIMARY KEY,
  name {text} NOT NULL,
  idx {integer} NOT NULL
){keyed})sql",
                              "SELECT site, name, idx FROM sites ORDER BY site", 1}};

}  // namespace

std::span<const Table> SitesProjection::tables() const {
    return kTables;
}

void SitesProjection::apply(const LoggedLine& line) {
    static constexpr const char* kSql =
        "INSERT INTO sites (site, name, idx) VALUES (?1, ?2, ?3) ON CONFLICT (site) DO UPDATE SET name = "
        "excluded.name, idx = excluded.idx";
    if (line.payload.type != "site.published") return;
    const auto called = textOr(line.payload.body, "name");
    m_sql.use(kSql).with(line.payload.site, called, line.index).run();
}

}  // namespace plumb::server
