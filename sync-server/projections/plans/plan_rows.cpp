#include "sync-server/projections/plans/plan_rows.h"

#include <stdexcept>

#include "shared/records/planning/plan_json.h"

namespace plumb::server {
namespace {

PlacedPlan planAt(sql::Use& row) {
    const auto kept = parseJson(row.view(1));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept plan can not be read");
    return {records::planFromJson(kept->get_object()), row.count(0)};
}

}  // namespace

std::optional<PlacedPlan> PlanRows::find(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx, row FROM plans WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return planAt(row);
}

void PlanRows::each(std::optional<records::PlanState> state, std::uint64_t before,
                    const std::function<bool(const PlacedPlan&)>& take) {
    static constexpr const char* kAll = "SELECT idx, row FROM plans WHERE idx < ?1 ORDER BY idx DESC";
    static constexpr const char* kOne = "SELECT idx, row FROM plans WHERE state = ?2 AND idx < ?1 ORDER BY idx DESC";
    auto row = m_sql.use(state ? kOne : kAll);
    state ? row.with(before, *state) : row.with(before);
    while (row.step()) {
        if (!take(planAt(row))) break;
    }
}

std::vector<records::PlanRow> PlanRows::ofRegion(std::string_view region) {
    static constexpr const char* kSql = "SELECT idx, row FROM plans WHERE region = ?1 ORDER BY idx";
    std::vector<records::PlanRow> out;
    auto row = m_sql.use(kSql);
    row.with(region);
    while (row.step()) out.push_back(planAt(row).row);
    return out;
}

std::vector<records::PlanRow> PlanRows::inForce(std::string_view region, int year) {
    std::vector<records::PlanRow> out;
    for (std::size_t length = 0; length <= region.size(); length += 2) {
        const auto plans = ofRegion(region.substr(0, length));
        const auto* stands = records::regionsPlan(plans, year);
        if (stands && records::inForceAt(*stands, region, year)) out.push_back(*stands);
    }
    return out;
}

std::vector<PlannedDraw> PlanRows::drawsOf(std::string_view plan, std::string_view batch) {
    static constexpr const char* kSql =
        "SELECT draw, drawn FROM plan_draws WHERE plan = ?1 AND batch = ?2 ORDER BY draw";
    std::vector<PlannedDraw> out;
    auto row = m_sql.use(kSql);
    row.with(plan, batch);
    while (row.step()) out.push_back({row.text(0), row.isNull(1) ? 0 : row.count(1)});
    return out;
}

}  // namespace plumb::server
