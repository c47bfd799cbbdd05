#include "sync-server/projections/tasks/task_rows.h"

#include <limits>
#include <stdexcept>

#include "shared/records/planning/task_json.h"

namespace plumb::server {
namespace {

PlacedTask taskAt(sql::Use& row) {
    const auto kept = parseJson(row.view(1));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept task can not be read");
    return {records::taskFromJson(kept->get_object()), row.count(0)};
}

}  // namespace

std::optional<PlacedTask> TaskRows::find(std::string_view id) {
    static constexpr const char* kSql = "SELECT idx, row FROM tasks WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return taskAt(row);
}

void TaskRows::each(const TaskChoice& choice, const std::optional<TaskKey>& after,
                    const std::function<bool(const PlacedTask&)>& take) {
    static constexpr const char* kAll[] = {
        "SELECT idx, row FROM tasks WHERE (due, idx) > (?1, ?2) ORDER BY due, idx",
        "SELECT idx, row FROM tasks WHERE (due, idx) < (?1, ?2) ORDER BY due DESC, idx DESC"};
    static constexpr const char* kState[] = {
        "SELECT idx, row FROM tasks WHERE state = ?3 AND (due, idx) > (?1, ?2) ORDER BY due, idx",
        "SELECT idx, row FROM tasks WHERE state = ?3 AND (due, idx) < (?1, ?2) ORDER BY due DESC, idx DESC"};
    static constexpr const char* kDraw[] = {
        "SELECT idx, row FROM tasks WHERE draw = ?3 AND (due, idx) > (?1, ?2) ORDER BY due, idx",
        "SELECT idx, row FROM tasks WHERE draw = ?3 AND (due, idx) < (?1, ?2) ORDER BY due DESC, idx DESC"};
    static constexpr const char* kSite[] = {
        "SELECT idx, row FROM tasks WHERE site = ?3 AND (due, idx) > (?1, ?2) ORDER BY due, idx",
        "SELECT idx, row FROM tasks WHERE site = ?3 AND (due, idx) < (?1, ?2) ORDER BY due DESC, idx DESC"};
    using Limits = std::numeric_limits<std::int64_t>;
    const auto way = choice.latestFirst ? 1U : 0U;
    const TaskKey from = after.value_or(TaskKey{choice.latestFirst ? Limits::max() : Limits::min(), 0});
    const bool byDraw = !choice.draw.empty(), bySite = !byDraw && !choice.site.empty();
    auto row = m_sql.use((byDraw ? kDraw : bySite ? kSite : choice.state ? kState : kAll)[way]);
    if (byDraw || bySite)
        row.with(from.due, from.index, byDraw ? choice.draw : choice.site);
    else
        choice.state ? row.with(from.due, from.index, *choice.state) : row.with(from.due, from.index);
    while (row.step()) {
        const auto found = taskAt(row);
        const bool chosen = (choice.site.empty() || choice.site == found.row.site) &&
                            (!choice.state || *choice.state == records::stateOf(found.row));
        if (chosen && !take(found)) break;
    }
}

void TaskRows::ofSite(std::string_view site, Day from, Day until, const std::function<bool(const PlacedTask&)>& take) {
    static constexpr const char* kSql =
        "SELECT idx, row FROM tasks WHERE site = ?1 AND due BETWEEN ?2 AND ?3 ORDER BY due, idx";
    auto row = m_sql.use(kSql);
    row.with(site, std::int64_t{from.time_since_epoch().count()}, std::int64_t{until.time_since_epoch().count()});
    while (row.step()) {
        if (!take(taskAt(row))) break;
    }
}

DrawnTasks TaskRows::countOf(std::string_view draw) {
    static constexpr const char* kSql = "SELECT state, COUNT(*) FROM tasks WHERE draw = ?1 GROUP BY state";
    DrawnTasks out;
    auto row = m_sql.use(kSql);
    row.with(draw);
    while (row.step()) {
        const auto state = static_cast<records::TaskState>(row.count(0));
        if (state != records::TaskState::cancelled) out.assigned += row.count(1);
        if (state == records::TaskState::done) out.done += row.count(1);
    }
    return out;
}

}  // namespace plumb::server
