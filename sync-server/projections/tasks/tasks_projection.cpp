#include "sync-server/projections/tasks/tasks_projection.h"

#include "shared/records/planning/task_json.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"tasks", R"sql(
CREATE TABLE tasks (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  due {integer} NOT NULL,
  state {integer} NOT NULL,
  site {text} NOT NULL,
  draw {text} NOT NULL,
  row {text} NOT NULL
){keyed})sql",
                              "SELECT id, idx, due, state, site, draw, row FROM tasks ORDER BY id", 1,
                              "CREATE INDEX IF NOT EXISTS tasks_due ON tasks (due, idx);"
                              "CREATE INDEX IF NOT EXISTS tasks_state ON tasks (state, due, idx);"
                              "CREATE INDEX IF NOT EXISTS tasks_site ON tasks (site, due, idx);"
                              "CREATE INDEX IF NOT EXISTS tasks_draw ON tasks (draw, due, idx)"}};

}  // namespace

std::span<const Table> TasksProjection::tables() const {
    return kTables;
}

void TasksProjection::apply(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO tasks (id, idx, due, state, site, draw, row) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) "
        "DO UPDATE SET due = excluded.due, state = excluded.state, site = excluded.site, draw = excluded.draw, row = "
        "excluded.row";
    const auto id = records::taskOf(line.payload);
    if (id.empty()) return;
    auto before = m_rows.find(id);
    std::optional<records::TaskRow> row;
    if (before) row = std::move(before->row);
    if (!records::foldTask(row, line.believed())) return;
    const auto due = std::int64_t{row->says.due.time_since_epoch().count()};
    const auto text = toText(records::toJson(*row));
    const auto draw = row->says.draw ? row->says.draw->draw : std::string();
    m_sql.use(kPut)
        .with(row->id, before ? before->index : line.index, due, records::stateOf(*row), row->site, draw, text)
        .run();
}

}  // namespace plumb::server
