// Lists of tasks.
#include "shared/store/derived/task_lists.h"

#include "shared/records/planning/task_json.h"
#include "shared/store/derived/derived_tables.h"

namespace plumb::store {
namespace {

ListedTask listedOf(SQLite::Statement& get) {
    ListedTask out;
    out.row = records::taskFromJson(parseJson(get.getColumn(0).getString()).value().as_object());
    out.siteName = get.getColumn(1).getString();
    if (!get.getColumn(2).isNull()) out.latitude = get.getColumn(2).getDouble();
    if (!get.getColumn(3).isNull()) out.longitude = get.getColumn(3).getDouble();
    return out;
}

}  // namespace

TaskPage DerivedTables::tasks(const TaskFilter& filter, std::size_t offset, std::size_t limit) const {
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept(
        "SELECT task.row, site.name, site.latitude, site.longitude FROM task JOIN site ON site.key = task.site WHERE "
        "(?1 = 0 OR task.open = 1) AND (?2 = '' OR site.id = ?2) ORDER BY task.due, task.id");
    get->bind(1, filter.open ? 1 : 0);
    get->bind(2, filter.site);
    TaskPage out;
    out.complete = m_complete;
    while (get->executeStep()) {
        auto one = listedOf(*get);
        if (!filter.person.empty() && !one.row.says.isFor(filter.person)) continue;
        if (out.total >= offset && out.rows.size() < limit) out.rows.push_back(std::move(one));
        ++out.total;
    }
    return out;
}

std::optional<ListedTask> DerivedTables::task(const std::string& id) const {
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept(
        "SELECT task.row, site.name, site.latitude, site.longitude FROM task JOIN site ON site.key = task.site WHERE "
        "task.id = ?");
    get->bind(1, id);
    return get->executeStep() ? std::optional(listedOf(*get)) : std::nullopt;
}

}  // namespace plumb::store
