#include "sync-server/ingest/burden_check.h"

#include <algorithm>
#include <limits>

#include "shared/records/planning/burden.h"
#include "sync-server/projections/checks/check_rows.h"
#include "sync-server/projections/plans/plan_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/projections/visit_counts.h"

namespace plumb::server {

Result<void> checkBurden(const record::Payload& payload, StoreReader& reader) {
    const auto task = records::readTask(payload.body);
    if (!task) return fail(task.error());
    const int year = static_cast<int>(std::chrono::year_month_day(task->due).year());
    std::optional<std::int64_t> most;
    PlanRows(reader).each(std::nullopt, std::numeric_limits<std::int64_t>::max(), [&](const PlacedPlan& plan) {
        const auto cap = records::capOf(plan.row, payload.region, year);
        if (cap) most = most ? std::min(*most, *cap) : *cap;
        return true;
    });
    if (!most) return {};
    records::YearsVisits others;
    for (const auto& site : SiteRows(reader).ofEnterprise(payload.site)) {
        const auto counted = visitsOf(site, year, task->of, reader);
        others.made += counted.made;
        others.open += counted.open;
    }
    std::optional<records::PlannedCheck> check;
    if (!task->check.empty())
        if (const auto found = CheckRows(reader).find(task->check)) check = found->row.says;
    return records::mayVisit(check, others, most);
}

}  // namespace plumb::server
