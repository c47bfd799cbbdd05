#include "sync-server/projections/checklists/checklist_rows.h"

#include <stdexcept>

#include "shared/base/json.h"

namespace plumb::server {
namespace {

ChecklistRow rowAt(sql::Use& row) {
    ChecklistRow out{row.text(0), row.text(1), row.hash(2), row.text(3), row.count(4), row.text(5), {}};
    const auto kept = parseJson(row.text(6));
    auto says = kept && kept->is_object() ? records::readChecklistPublication(kept->get_object())
                                          : Result<records::ChecklistPublication>(fail(Error{}));
    if (!says) throw std::runtime_error("the row of checklist " + out.id + " is damaged");
    out.says = std::move(*says);
    out.says.withdrawn = out.withdrawn;
    return out;
}

}  // namespace

std::optional<ChecklistRow> ChecklistRows::byHash(const Sha256& sha256) {
    static constexpr const char* kSql =
        "SELECT id, version, sha256, title, idx, withdrawn, says FROM checklists WHERE sha256 = ?1 ORDER BY idx LIMIT "
        "1";
    auto row = m_sql.use(kSql);
    if (!row.with(sha256).step()) return std::nullopt;
    return rowAt(row);
}

std::optional<ChecklistRow> ChecklistRows::find(std::string_view id, std::string_view version) {
    static constexpr const char* kSql =
        "SELECT id, version, sha256, title, idx, withdrawn, says FROM checklists WHERE id = ?1 AND version = ?2";
    auto row = m_sql.use(kSql);
    if (!row.with(id, version).step()) return std::nullopt;
    return rowAt(row);
}

std::vector<ChecklistRow> ChecklistRows::all() {
    static constexpr const char* kSql =
        "SELECT id, version, sha256, title, idx, withdrawn, says FROM checklists ORDER BY idx";
    auto row = m_sql.use(kSql);
    std::vector<ChecklistRow> out;
    while (row.step()) out.push_back(rowAt(row));
    return out;
}

std::optional<ChecklistRow> ChecklistRows::newest(std::string_view id) {
    // Versions of one checklist are few.
    static constexpr const char* kSql =
        "SELECT id, version, sha256, title, idx, withdrawn, says FROM checklists WHERE id = ?1 ORDER BY idx DESC";
    const auto stands = [](const ChecklistRow& one) { return one.withdrawn.empty() && !one.says.test; };
    auto row = m_sql.use(kSql);
    row.with(id);
    std::optional<ChecklistRow> out;
    while (row.step()) {
        auto found = rowAt(row);
        const bool better = !out || (!stands(*out) && (stands(found) || (out->says.test && !found.says.test)));
        if (better) out = std::move(found);
    }
    return out;
}

}  // namespace plumb::server
