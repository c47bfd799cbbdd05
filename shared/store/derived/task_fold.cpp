#include "shared/store/derived/task_fold.h"

#include "shared/records/planning/task_json.h"
#include "shared/store/derived/keys.h"
#include "shared/store/tasks.h"

namespace plumb::store {

void TaskFolder::take(LinePayload& line) {
    const auto& row = line.row();
    if (row.type == records::kTaskAssigned) return remake(row.about.empty() ? row.id : row.about);
    if (row.type == records::kTaskAnswered || row.type == records::kTaskCancelled) return remake(row.about);
    if (row.type != "inspection.submitted" && row.type != "inspection.cosigned") return;
    const auto* payload = line.get();
    const auto task = payload ? records::taskOf(*payload) : std::string();
    if (task.empty()) return;
    takeVisit(row, task);
    remake(task);
}

void TaskFolder::takeVisit(const RecordRow& row, const std::string& task) {
    const auto put = m_tables.kept("INSERT OR REPLACE INTO task_visit(hash, task) VALUES(?, ?)");
    bindBlob(*put, 1, row.hash.view());
    put->bind(2, task);
    put->exec();
}

void TaskFolder::remake(const std::string& task) {
    std::vector<Sha256> visits;
    {
        const auto get = m_tables.kept("SELECT hash FROM task_visit WHERE task = ? ORDER BY hash");
        get->bind(1, task);
        while (get->executeStep()) {
            if (const auto hash = Sha256::fromView(blobOf(get->getColumn(0)))) visits.push_back(*hash);
        }
    }
    const auto row = foldTaskLines(m_store, task, visits);
    if (!row) {
        const auto drop = m_tables.kept("DELETE FROM task WHERE id = ?");
        drop->bind(1, task);
        drop->exec();
        return;
    }
    const auto site = siteKey(m_tables, row->site);
    const auto write = m_tables.kept(
        "INSERT INTO task(id, site, due, open, row) VALUES(?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET site = "
        "excluded.site, due = excluded.due, open = excluded.open, row = excluded.row");
    write->bind(1, row->id);
    write->bind(2, site);
    write->bind(3, std::int64_t{row->says.due.time_since_epoch().count()});
    write->bind(4, records::isOpen(records::stateOf(*row)) ? 1 : 0);
    write->bind(5, toText(records::toJson(*row)));
    write->exec();
}

}  // namespace plumb::store
