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

void TaskRows::each(std::optional<records::TaskState> state, const std::optional<TaskKey>& after,
                    const std::function<bool(const PlacedTask&)>& take) {
    static constexpr const char* kAll = "SELECT idx, row FROM tasks WHERE (due, idx) > (?1, ?2) ORDER BY due, idx";
    static constexpr const char* kOne =
        "SELECT idx, row FROM tasks WHERE state = ?3 AND (due, idx) > (?1, ?2) ORDER BY due, idx";
    const TaskKey from = after.value_or(TaskKey{std::numeric_limits<std::int64_t>::min(), 0});
    auto row = m_sql.use(state ? kOne : kAll);
    state ? row.with(from.due, from.index, *state) : row.with(from.due, from.index);
    while (row.step()) {
        if (!take(taskAt(row))) break;
    }
}

}  // namespace plumb::server
