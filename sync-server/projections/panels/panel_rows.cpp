#include "sync-server/projections/panels/panel_rows.h"

#include <stdexcept>

namespace plumb::server {
namespace {

PlacedPanel panelAt(sql::Use& row) {
    const auto kept = parseJson(row.view(1));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept panel can not be read");
    return {records::panelFromJson(kept->get_object()), row.count(0)};
}

}  // namespace

std::optional<PlacedPanel> PanelRows::find(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx, row FROM panels WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return panelAt(row);
}

void PanelRows::each(std::uint64_t before, const std::function<bool(const PlacedPanel&)>& take) {
    static constexpr const char* kSql = "SELECT idx, row FROM panels WHERE idx < ?1 ORDER BY idx DESC";
    auto row = m_sql.use(kSql);
    row.with(before);
    while (row.step()) {
        if (!take(panelAt(row))) break;
    }
}

bool PanelRows::isOver(std::uint64_t index) {
    static constexpr const char* kSql =
        "SELECT panels.over FROM panel_lines JOIN panels ON panels.id = panel_lines.panel WHERE panel_lines.idx = ?1";
    auto row = m_sql.use(kSql);
    return row.with(index).step() && row.integer(0) != 0;
}

std::vector<std::uint64_t> PanelRows::linesOf(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx FROM panel_lines WHERE panel = ?1 ORDER BY idx";
    std::vector<std::uint64_t> out;
    auto row = m_sql.use(kSql);
    row.with(id);
    while (row.step()) out.push_back(row.count(0));
    return out;
}

}  // namespace plumb::server
