#include "sync-server/ingest/burden_check.h"

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
    auto plans = PlanRows(reader).inForce(payload.region, year);
    std::erase_if(plans, [&](const auto& plan) { return !records::inForceAt(plan, payload.region, year)->most; });
    if (plans.empty()) return {};
    VisitCounts others;
    for (const auto& site : SiteRows(reader).ofEnterprise(payload.site))
        others.add(visitsOf(site, year, task->of, reader));
    std::optional<records::PlannedCheck> check;
    if (!task->check.empty())
        if (const auto found = CheckRows(reader).find(task->check)) check = found->row.says;
    for (const auto& plan : plans) {
        const auto& says = *records::inForceAt(plan, payload.region, year);
        if (auto good = records::mayVisit(check, {others.made(says.visits), others.open}, says.most); !good)
            return good;
    }
    return {};
}

}  // namespace plumb::server
