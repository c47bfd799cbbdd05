#include "sync-server/projections/plans/plan_rows.h"

#include <stdexcept>

#include "shared/records/planning/plan_json.h"
#include "shared/records/planning/task_json.h"

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

BatchProgress PlanRows::progress(std::string_view plan, std::string_view batch) {
    static constexpr const char* kDraws = "SELECT drawn FROM plan_draws WHERE plan = ?1 AND batch = ?2";
    static constexpr const char* kTasks =
        "SELECT t.state, COUNT(*) FROM plan_tasks t JOIN plan_draws d ON d.draw = t.draw WHERE d.plan = ?1 AND d.batch "
        "= ?2 GROUP BY t.state";
    BatchProgress out;
    auto draws = m_sql.use(kDraws);
    draws.with(plan, batch);
    while (draws.step()) {
        ++out.draws;
        if (!draws.isNull(0)) out.drawn += draws.count(0);
    }
    auto tasks = m_sql.use(kTasks);
    tasks.with(plan, batch);
    while (tasks.step()) {
        const auto state = static_cast<records::TaskState>(tasks.count(0));
        if (state != records::TaskState::cancelled) out.tasks += tasks.count(1);
        if (state == records::TaskState::done) out.done += tasks.count(1);
    }
    return out;
}

std::optional<records::TaskRow> PlanRows::task(std::string_view id) {
    static constexpr const char* kSql = "SELECT row FROM plan_tasks WHERE task = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    const auto kept = parseJson(row.view(0));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept task can not be read");
    return records::taskFromJson(kept->get_object());
}

bool PlanRows::isPlanned(std::string_view draw) {
    static constexpr const char* kSql = "SELECT 1 FROM plan_draws WHERE draw = ?1";
    auto row = m_sql.use(kSql);
    return row.with(draw).step();
}

}  // namespace plumb::server
