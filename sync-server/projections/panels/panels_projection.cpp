#include "sync-server/projections/panels/panels_projection.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {
    {"panels", R"sql(
CREATE TABLE panels (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  over {integer} NOT NULL,
  row {text} NOT NULL
){keyed})sql",
     "SELECT id, idx, over, row FROM panels ORDER BY id", 1, "CREATE INDEX IF NOT EXISTS panels_idx ON panels (idx)"},
    {"panel_lines", R"sql(
CREATE TABLE panel_lines (
  idx {integer} PRIMARY KEY,
  panel {text} NOT NULL
){rows})sql",
     "SELECT idx, panel FROM panel_lines ORDER BY idx", 1,
     "CREATE INDEX IF NOT EXISTS panel_lines_panel ON panel_lines (panel, idx)"}};

}  // namespace

std::span<const Table> PanelsProjection::tables() const {
    return kTables;
}

void PanelsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO panels (id, idx, over, row) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO UPDATE SET over = "
        "excluded.over, row = excluded.row";
    static constexpr const char* kLine = "INSERT INTO panel_lines (idx, panel) VALUES (?1, ?2)";
    if (!records::isPanel(line.payload.type)) return;
    const auto id = records::panelOf(line.payload);
    // A sheet that does not count is kept back like one that does.
    m_sql.use(kLine).with(line.index, id).run();
    auto before = m_rows.find(id);
    std::optional<records::PanelRow> row;
    if (before) row = std::move(before->row);
    if (!records::foldPanel(row, line.believed())) return;
    const auto text = toText(records::toJson(*row));
    m_sql.use(kPut).with(row->id, before ? before->index : line.index, row->isOver() ? 1 : 0, text).run();
}

}  // namespace plumb::server
