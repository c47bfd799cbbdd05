#include "shared/store/previous_visit.h"

#include <algorithm>

#include "shared/records/inspection/body.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/store/inspection_history.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

// None where the line is no inspection under this checklist.
std::optional<PreviousVisit> visitOf(const records::HistoryLine& line, const std::string& record, const Instant& at,
                                     const std::string& checklist) {
    auto body = records::readInspection(line.payload.body);
    if (!body || body->checklist.id != checklist) return std::nullopt;
    return PreviousVisit{record, at, body->checklist.version, body->checklist.sha256, std::move(body->answers)};
}

}  // namespace

Result<std::optional<PreviousVisit>> previousVisit(const TabletStore& store, const std::string& site,
                                                   const std::string& checklist, const std::string& except) {
    RecordFilter filter;
    filter.type = "inspection.submitted";
    filter.site = site;
    filter.limit = kVisitsLookedAt;
    std::vector<std::string> records;
    for (const auto& row : store.records(filter)) records.push_back(row.id);
    return newestVisitOf(store, records, checklist, except);
}

Result<std::optional<PreviousVisit>> newestVisitOf(const TabletStore& store, const std::vector<std::string>& records,
                                                   const std::string& checklist, const std::string& except) {
    std::vector<RecordRow> rows;
    for (const auto& id : records) {
        auto row = store.recordById(id);
        if (row && id != except && row->state != RecordState::refused) rows.push_back(std::move(*row));
    }
    // Which visit was the last is a question of the days on which they were submitted, also between what the log has
    // and what waits here to be sent; an amendment moves none of them.
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.at > b.at; });
    for (const auto& row : rows) {
        const auto history = historyOf(store, row.id);
        if (!history) return fail(history.error());
        // What one of two has signed counts for nothing yet, and a test never does.
        const auto status = history->history.status;
        if (status == records::InspectionStatus::incomplete || records::isTest(status)) continue;
        auto visit = visitOf(history->newestLine(), row.id, history->lines.front().payload.at, checklist);
        if (!visit) continue;
        return std::optional(std::move(*visit));
    }
    return std::optional<PreviousVisit>{};
}

}  // namespace plumb::store
