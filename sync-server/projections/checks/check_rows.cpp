#include "sync-server/projections/checks/check_rows.h"

#include <stdexcept>

#include "shared/records/planning/check_json.h"

namespace plumb::server {
namespace {

PlacedCheck checkAt(sql::Use& row) {
    const auto kept = parseJson(row.view(1));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept check can not be read");
    return {records::checkFromJson(kept->get_object()), row.count(0)};
}

}  // namespace

std::optional<PlacedCheck> CheckRows::find(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx, row FROM checks WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return checkAt(row);
}

void CheckRows::each(std::optional<records::CheckState> state, std::uint64_t before,
                     const std::function<bool(const PlacedCheck&)>& take) {
    static constexpr const char* kAll = "SELECT idx, row FROM checks WHERE idx < ?1 ORDER BY idx DESC";
    static constexpr const char* kOne = "SELECT idx, row FROM checks WHERE state = ?2 AND idx < ?1 ORDER BY idx DESC";
    auto row = m_sql.use(state ? kOne : kAll);
    state ? row.with(before, *state) : row.with(before);
    while (row.step()) {
        if (!take(checkAt(row))) break;
    }
}

std::vector<records::CheckRow> CheckRows::ofSite(std::string_view site, Day first, Day last) {
    static constexpr const char* kSql =
        "SELECT idx, row FROM checks WHERE site = ?1 AND planned >= ?2 AND planned <= ?3 ORDER BY planned, idx";
    std::vector<records::CheckRow> out;
    auto row = m_sql.use(kSql);
    row.with(site, first.time_since_epoch().count(), last.time_since_epoch().count());
    while (row.step()) out.push_back(checkAt(row).row);
    return out;
}

}  // namespace plumb::server
