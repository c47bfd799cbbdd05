// Lists of threads.
#include "shared/store/derived/thread_lists.h"

#include <map>

#include "shared/records/review/reviewers.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/derived/keys.h"
#include "shared/store/remarks.h"

namespace plumb::store {

ThreadPage DerivedTables::waitingThreads(const TabletStore& store, std::size_t limit) const {
    std::map<std::string, bool> asked;  // by region
    const auto reviews = [&](const std::string& region) {
        const auto [at, isNew] = asked.try_emplace(region, false);
        if (!isNew) return at->second;
        const auto who = store.profile();
        const auto book = store.trust();
        return at->second = who && book && records::mayReview(*book, who->personId, region, {});
    };
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept(
        "SELECT thread.id, thread.inspection, site.name, thread.item, begun, last, remarks, resolved, thread.text, "
        "thread.at, waits, inspection.region FROM thread JOIN inspection ON inspection.id = thread.inspection JOIN "
        "site ON site.key = inspection.site WHERE waits > 0 AND resolved = 0 AND inspection.status <> ?1 ORDER BY "
        "thread.at, thread.id");
    get->bind(1, static_cast<int>(records::InspectionStatus::accepted));
    ThreadPage out;
    out.complete = m_complete;
    while (get->executeStep()) {
        const bool asReviewer = get->getColumn(10).getInt() == static_cast<int>(ThreadWait::reviewer);
        if (asReviewer && !reviews(get->getColumn(11).getString())) continue;
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
