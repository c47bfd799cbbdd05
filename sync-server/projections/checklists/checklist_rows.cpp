#include "sync-server/projections/checklists/checklist_rows.h"

namespace plumb::server {
namespace {

ChecklistRow rowAt(sql::Use& row) {
    return {row.text(0), row.text(1), row.hash(2), row.text(3), row.count(4), row.text(5)};
}

}  // namespace

std::optional<ChecklistRow> ChecklistRows::byHash(const Sha256& sha256) {
    static constexpr const char* kSql =
        "SELECT id, version, sha256, title, idx, withdrawn FROM checklists WHERE sha256 = ?1 ORDER BY idx LIMIT 1";
    auto row = m_sql.use(kSql);
    if (!row.with(sha256).step()) return std::nullopt;
    return rowAt(row);
}

std::optional<ChecklistRow> ChecklistRows::find(std::string_view id, std::string_view version) {
    static constexpr const char* kSql =
        "SELECT id, version, sha256, title, idx, withdrawn FROM checklists WHERE id = ?1 AND version = ?2";
    auto row = m_sql.use(kSql);
    if (!row.with(id, version).step()) return std::nullopt;
    return rowAt(row);
}

std::vector<ChecklistRow> ChecklistRows::all() {
    static constexpr const char* kSql =
        "SELECT id, version, sha256, title, idx, withdrawn FROM checklists ORDER BY idx";
    auto row = m_sql.use(kSql);
    std::vector<ChecklistRow> out;
    while (row.step()) out.push_back(rowAt(row));
    return out;
}

}  // namespace plumb::server
