// Lists of threads.
#include "shared/store/derived/thread_lists.h"

#include "shared/store/derived/derived_tables.h"
#include "shared/store/derived/keys.h"

namespace plumb::store {

ThreadPage DerivedTables::waitingThreads(std::size_t limit) const {
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept(
        "SELECT thread.id, thread.inspection, site.name, thread.item, begun, last, remarks, resolved, thread.text, "
        "thread.at FROM thread JOIN inspection ON inspection.id = thread.inspection JOIN site ON site.key = "
        "inspection.site WHERE waits = 1 AND resolved = 0 AND inspection.status <> ?1 ORDER BY thread.at, thread.id");
    get->bind(1, static_cast<int>(records::InspectionStatus::accepted));
    ThreadPage out;
    out.complete = m_complete;
    while (get->executeStep()) {
        if (out.total++ >= limit) continue;
        out.rows.push_back(
            {idOf(get->getColumn(1)),
             get->getColumn(2).getString(),
             {get->getColumn(0).getString(), get->getColumn(3).getString(), get->getColumn(4).getString(),
              get->getColumn(5).getString(), get->getColumn(6).getInt(), get->getColumn(7).getInt() != 0},
             get->getColumn(8).getString(),
             TimePoint(std::chrono::milliseconds(get->getColumn(9).getInt64()))});
    }
    return out;
}

}  // namespace plumb::store
