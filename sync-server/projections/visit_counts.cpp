#include "sync-server/projections/visit_counts.h"

#include "sync-server/projections/checks/check_rows.h"
#include "sync-server/projections/statistics/statistic_rows.h"
#include "sync-server/projections/tasks/task_rows.h"

namespace plumb::server {
namespace {

bool counts(const records::TaskRow& task, StoreReader& reader) {
    if (task.says.check.empty()) return true;
    const auto check = CheckRows(reader).find(task.says.check);
    return !check || check->row.says.year.counted;
}

}  // namespace

std::int64_t VisitCounts::made(const records::VisitRule& rule) const {
    std::int64_t out = 0;
    for (const auto& [what, n] : kinds) out += rule.counts(what) ? n : 0;
    return out;
}

std::int64_t VisitCounts::uncounted(const records::VisitRule& rule) const {
    std::int64_t out = 0;
    for (const auto& [what, n] : kinds) out += rule.counts(what) ? 0 : n;
    return out;
}

void VisitCounts::add(const VisitCounts& other) {
    for (const auto& [what, n] : other.kinds) kinds[what] += n;
    open += other.open;
}

VisitCounts visitsOf(const std::string& site, int year, std::string_view without, StoreReader& reader) {
    const Day first{std::chrono::year(year) / std::chrono::January / 1},
        last{std::chrono::year(year) / std::chrono::December / 31};
    VisitCounts out;
    TaskRows(reader).ofSite(site, first, last, [&](const PlacedTask& task) {
        const auto& row = task.row;
        if (row.id != without && records::isOpen(records::stateOf(row)) && counts(row, reader)) ++out.open;
        return true;
    });
    out.kinds = StatisticRows(reader).visitsTo(site, std::to_string(year));
    return out;
}

}  // namespace plumb::server
