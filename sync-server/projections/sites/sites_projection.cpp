#include "sync-server/projections/sites/sites_projection.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"sites", R"sql(
CREATE TABLE sites (
  site {text} PRIMARY KEY,
  name {text} NOT NULL,
  region {text} NOT NULL,
  programme {text} NOT NULL,
  code {text} NOT NULL,
  idx {integer} NOT NULL
){keyed})sql",
                              "SELECT site, name, region, programme, code, idx FROM sites ORDER BY site", 1,
                              "CREATE INDEX IF NOT EXISTS sites_idx ON sites (idx);"
                              "CREATE INDEX IF NOT EXISTS sites_region ON sites (region, site);"
                              "CREATE INDEX IF NOT EXISTS sites_code ON sites (code) WHERE code <> ''"}};

}  // namespace

std::span<const Table> SitesProjection::tables() const {
    return kTables;
}

void SitesProjection::apply(const LoggedLine& line) {
    static constexpr const char* kSql =
        "INSERT INTO sites (site, name, region, programme, code, idx) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT "
        "(site) DO UPDATE SET name = excluded.name, region = excluded.region, programme = excluded.programme, code = "
        "excluded.code, idx = excluded.idx";
    if (line.payload.type != "site.published") return;
    const auto called = textOr(line.payload.body, "name");
    const auto programme = textOr(line.payload.body, "programme");
    const auto code = textOr(line.payload.body, "code");
    m_sql.use(kSql).with(line.payload.site, called, line.payload.region, programme, code, line.index).run();
}

}  // namespace plumb::server
