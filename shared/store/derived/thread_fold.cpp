#include "shared/store/derived/thread_fold.h"

#include "shared/records/inspection/summary.h"
#include "shared/store/derived/keys.h"
#include "shared/store/remarks.h"

namespace plumb::store {

bool ThreadFolder::isDiscussed(const std::string& inspection) {
    const auto get = m_tables.kept("SELECT 1 FROM thread WHERE inspection = ? LIMIT 1");
    bindId(*get, 1, inspection);
    return get->executeStep();
}

void ThreadFolder::take(const RecordRow& row) {
    if (row.type == records::kRemarkAdded) return remake(row.about);
    // Who made the visit.
    if (row.type == "inspection.submitted" && m_store.isSpokenOfBefore(row.id, row.number)) remake(row.id);
    const bool versioned = row.type == "inspection.amended" || records::isCosignature(row.type);
    if (versioned && isDiscussed(row.about)) remake(row.about);
}

void ThreadFolder::remake(const std::string& inspection) {
    const auto drop = m_tables.kept("DELETE FROM thread WHERE inspection = ?");
    bindId(*drop, 1, inspection);
    drop->exec();
    const auto discussion = discussionOf(m_store, inspection);
    for (const auto& one : discussion.threads) {
        const auto& last = discussion.remarks[one.last];
        const auto put = m_tables.kept("INSERT OR REPLACE INTO thread VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        put->bind(1, one.thread.id);
        bindId(*put, 2, inspection);
        put->bind(3, one.thread.item);
        put->bind(4, one.thread.begun);
        put->bind(5, one.thread.last);
        put->bind(6, one.thread.remarks);
        put->bind(7, one.thread.resolved ? 1 : 0);
        put->bind(8, static_cast<int>(one.awaits));
        put->bind(9, last.says.text);
        put->bind(10, std::int64_t{last.at.utc.time_since_epoch().count()});
        put->exec();
    }
}

}  // namespace plumb::store
