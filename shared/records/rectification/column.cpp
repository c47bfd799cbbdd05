#include "shared/records/rectification/column.h"

#include <array>

namespace plumb::records {
namespace {

constexpr std::array<std::string_view, 5> kNames{"waits", "to_order", "with_enterprise", "reported", "closed"};

}  // namespace

FindingColumn columnOf(const CaseRow& row, const FindingRow& finding) {
    if (finding.state == FindingState::found)
        return row.standing.status == InspectionStatus::accepted ? FindingColumn::toOrder : FindingColumn::waits;
    if (!isOpen(finding.state)) return FindingColumn::closed;
    return isWithEnterprise(finding.state) ? FindingColumn::withEnterprise : FindingColumn::reported;
}

std::string_view columnName(FindingColumn column) {
    return kNames[static_cast<std::size_t>(column)];
}

std::optional<FindingColumn> columnNamed(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] == name) return static_cast<FindingColumn>(i);
    }
    return std::nullopt;
}

}  // namespace plumb::records
