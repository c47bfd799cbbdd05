#include "sync-server/projections/visit_counts.h"

#include <set>

#include "sync-server/projections/checks/check_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/tasks/task_rows.h"

namespace plumb::server {
namespace {

// A task may be due some months behind or before the check that ends it.
constexpr std::chrono::days kAround{366};

bool counts(const records::TaskRow& task, StoreReader& reader) {
    if (task.says.check.empty()) return true;
    const auto check = CheckRows(reader).find(task.says.check);
    return !check || check->row.says.year.counted;
}

}  // namespace

VisitCounts visitsOf(const std::string& site, int year, std::string_view without, StoreReader& reader) {
    const Day first{std::chrono::year(year) / std::chrono::January / 1},
        last{std::chrono::year(year) / std::chrono::December / 31};
    VisitCounts out;
    std::set<std::string> apart;  // inspections that do not count
    TaskRows(reader).ofSite(site, first - kAround, last + kAround, [&](const PlacedTask& task) {
        const auto& row = task.row;
        if (!counts(row, reader)) {
            if (!row.inspection.empty()) apart.insert(row.inspection);
        } else if (row.id != without && records::isOpen(records::stateOf(row)) && row.says.due >= first &&
                   row.says.due <= last) {
            ++out.open;
        }
        return true;
    });
    InspectionRows(reader).ofSite(site, first - std::chrono::days(1), last + std::chrono::days(2),
                                  [&](const records::InspectionRow& row) {
                                      const auto day = dayOf(row.at);
                                      if (day < first || day > last) return;
                                      ++(apart.contains(row.id) ? out.uncounted : out.made);
                                  });
    return out;
}

}  // namespace plumb::server
