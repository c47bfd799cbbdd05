#include "sync-server/projections/published/published_projection.h"

#include "shared/records/publication/published_json.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"published", R"sql(
CREATE TABLE published (
  inspection {text} PRIMARY KEY,
  row {text} NOT NULL
){keyed})sql",
                              "SELECT inspection, row FROM published ORDER BY inspection", 1}};

}  // namespace

std::span<const Table> PublishedProjection::tables() const {
    return kTables;
}

void PublishedProjection::apply(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO published (inspection, row) VALUES (?1, ?2) ON CONFLICT (inspection) DO UPDATE SET row = "
        "excluded.row";
    const auto inspection = records::publishedBy(line.payload);
    if (inspection.empty()) return;
    auto row = m_rows.find(inspection);
    if (!records::foldPublication(row, line.believed())) return;
    const auto text = toText(records::toJson(*row));
    m_sql.use(kPut).with(row->inspection, text).run();
}

}  // namespace plumb::server
