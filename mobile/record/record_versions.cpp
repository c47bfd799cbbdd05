#include "mobile/record/record_versions.h"

#include <algorithm>

namespace plumb::mobile {

Result<RecordVersions> versionsOf(const store::TabletStore& store, const store::RecordRow& submission) {
    RecordVersions out;
    out.rows.push_back(submission);
    store::RecordFilter filter;
    filter.about = submission.id;
    filter.newestFirst = false;
    for (auto& row : store.records(filter)) {
        if (row.state != store::RecordState::refused) out.rows.push_back(std::move(row));
    }
    // Log order; what the log does not have yet comes last, in the order in which it was signed.
    std::stable_sort(out.rows.begin() + 1, out.rows.end(), [](const auto& a, const auto& b) {
        if (a.logIndex && b.logIndex) return *a.logIndex < *b.logIndex;
        if (a.logIndex.has_value() != b.logIndex.has_value()) return a.logIndex.has_value();
        return a.number < b.number;
    });
    for (const auto& row : out.rows) {
        auto payload = store.payload(row.hash);
        if (!payload) return fail(payload.error());
        out.lines.push_back({std::move(*payload), row.hash, row.kid});
    }
    out.history = records::historyOf(out.lines);
    return out;
}

}  // namespace plumb::mobile
