#include "sync-server/projections/published/published_projection.h"

#include "shared/records/publication/published_json.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"published", R"sql(
CREATE TABLE published (
  inspection {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  site {text} NOT NULL,
  programme {text} NOT NULL,
  row {text} NOT NULL
){keyed};
CREATE INDEX IF NOT EXISTS published_site ON published (site))sql",
                              "SELECT inspection, idx, site, programme, row FROM published ORDER BY inspection", 1,
                              "CREATE INDEX IF NOT EXISTS published_programme ON published (programme, idx)"},
                             {"published_sites", R"sql(
CREATE TABLE published_sites (
  site {text} PRIMARY KEY,
  programme {text} NOT NULL
){keyed})sql",
                              "SELECT site, programme FROM published_sites ORDER BY site", 1}};

std::string programmeOf(const json::object& site) {
    for (const auto* member : {"programme_id", "programme"}) {
        if (auto named = textOr(site, member); !named.empty()) return named;
    }
    return std::string(kNoProgramme);
}

}  // namespace

std::span<const Table> PublishedProjection::tables() const {
    return kTables;
}

void PublishedProjection::apply(const LoggedLine& line) {
    // The programme is the site's, which it has by now.
    static constexpr const char* kPut =
        "INSERT INTO published (inspection, idx, site, programme, row) VALUES (?1, ?2, ?3, COALESCE((SELECT programme "
        "FROM published_sites WHERE site = ?3), ?4), ?5) ON CONFLICT (inspection) DO UPDATE SET row = excluded.row";
    if (line.payload.type == "site.published") return takeSite(line);
    const auto inspection = records::publishedBy(line.payload);
    if (inspection.empty()) return;
    auto row = m_rows.find(inspection);
    if (!records::foldPublication(row, line.believed())) return;
    const auto text = toText(records::toJson(*row));
    m_sql.use(kPut).with(row->inspection, line.index, row->site, kNoProgramme, text).run();
}

void PublishedProjection::takeSite(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO published_sites (site, programme) VALUES (?1, ?2) ON CONFLICT (site) DO UPDATE SET programme = "
        "excluded.programme";
    static constexpr const char* kMove = "UPDATE published SET programme = ?2 WHERE site = ?1 AND programme <> ?2";
    const auto programme = programmeOf(line.payload.body);
    m_sql.use(kPut).with(line.payload.site, programme).run();
    m_sql.use(kMove).with(line.payload.site, programme).run();
}

}  // namespace plumb::server
