#include "sync-server/projections/statistics/counted_record.h"

#include <algorithm>

#include "shared/records/planning/visits.h"

namespace plumb::server {

bool CountedRecord::isCounted() const {
    using records::InspectionStatus;
    return !row.says.isRecheck() &&
           (row.status == InspectionStatus::submitted || row.status == InspectionStatus::accepted);
}

std::string CountedRecord::visit() const {
    return row.says.isAssessment() ? std::string() : records::visitOf(row, ordered);
}

bool CountedRecord::failedAny() const {
    return std::any_of(items.begin(), items.end(), [](const auto& one) { return one.second.failed > 0; });
}

Day dayOfCheck(const record::Payload& payload) {
    if (const auto day = parseDay(textOr(payload.body, "day"))) return *day;
    return dayOf(payload.at);
}

}  // namespace plumb::server
