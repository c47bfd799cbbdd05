#include "sync-server/projections/checks/checks_projection.h"

#include "shared/records/planning/check_json.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"checks", R"sql(
CREATE TABLE checks (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  state {integer} NOT NULL,
  site {text} NOT NULL,
  planned {integer} NOT NULL,
  row {text} NOT NULL
){keyed})sql",
                              "SELECT id, idx, state, site, planned, row FROM checks ORDER BY id", 1,
                              "CREATE INDEX IF NOT EXISTS checks_site ON checks (site, planned, idx);"
                              "CREATE INDEX IF NOT EXISTS checks_idx ON checks (idx);"
                              "CREATE INDEX IF NOT EXISTS checks_state ON checks (state, idx)"}};

}  // namespace

std::span<const Table> ChecksProjection::tables() const {
    return kTables;
}

void ChecksProjection::apply(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO checks (id, idx, state, site, planned, row) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO "
        "UPDATE SET state = excluded.state, row = excluded.row";
    const auto id = records::checkOf(line.payload);
    if (id.empty()) return;
    auto before = m_rows.find(id);
    std::optional<records::CheckRow> row;
    if (before) row = std::move(before->row);
    if (!records::foldCheck(row, line.believed())) return;
    const auto text = toText(records::toJson(*row));
    m_sql.use(kPut)
        .with(row->id, before ? before->index : line.index, records::stateOf(*row), row->site,
              row->says.planned.time_since_epoch().count(), text)
        .run();
}

}  // namespace plumb::server
