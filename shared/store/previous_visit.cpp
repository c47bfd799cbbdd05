#include "shared/store/previous_visit.h"

#include <algorithm>

#include "shared/records/inspection/body.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/store/inspection_history.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

// None where the line is no inspection under this checklist.
std::optional<PreviousVisit> visitOf(const records::HistoryLine& line, const std::string& record,
                                     const std::string& checklist) {
    auto body = records::readInspection(line.payload.body);
    if (!body || body->checklist.id != checklist) return std::nullopt;
    return PreviousVisit{record, line.payload.at, body->checklist.version, body->checklist.sha256,
                         std::move(body->answers)};
}

}  // namespace

Result<std::optional<PreviousVisit>> previousVisit(const TabletStore& store, const std::string& site,
                                                   const std::string& checklist, const std::string& except) {
    RecordFilter filter;
    filter.type = "inspection.submitted";
    filter.site = site;
    filter.limit = kVisitsLookedAt;
    auto rows = store.records(filter);
    // Which visit was the last is a question of days, also between what the log has and what waits here to be sent.
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.at > b.at; });
    std::vector<std::string> records;
    for (const auto& row : rows) records.push_back(row.id);
    return newestVisitOf(store, records, checklist, except);
}

Result<std::optional<PreviousVisit>> newestVisitOf(const TabletStore& store, const std::vector<std::string>& records,
                                                   const std::string& checklist, const std::string& except) {
    for (const auto& id : records) {
        const auto row = store.recordById(id);
        if (!row || id == except || row->state == RecordState::refused) continue;
        const auto history = historyOf(store, id);
        if (!history) return fail(history.error());
        // What one of two has signed counts for nothing yet, and a test never does.
        const auto status = history->history.status;
        if (status == records::InspectionStatus::incomplete || records::isTest(status)) continue;
        auto visit = visitOf(history->newestLine(), id, checklist);
        if (!visit) continue;
        return std::optional(std::move(*visit));
    }
    return std::optional<PreviousVisit>{};
}

}  // namespace plumb::store
