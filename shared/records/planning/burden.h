// The burden guard (国办发〔2024〕54号): how often an enterprise is visited in a year, against the cap that a published
// plan states for it. Beyond the cap goes a task for a check that says why it is made all the same, since its head's
// approval is the second signature (check.h), and a special check that was ordered from above, which does not count.
// Counted is what one log holds: other offices' visits are in no register, and whoever proposes a check states those.
// Pure; any thread.
#pragma once

#include <optional>

#include "shared/records/planning/check.h"
#include "shared/records/planning/plan.h"
#include "shared/records/planning/task.h"

namespace plumb::records {

// Of all sites of the enterprise, in one year: those that count.
struct YearsVisits {
    std::int64_t made = 0;
    std::int64_t open = 0;  // tasks, without the one that is asked about
};

// The version of the plan that is in force for the place and the year; null: none. REQUIRES: of several plans of one
// region the region's (region_plan.h).
const AnnualPlan* inForceAt(const PlanRow& plan, std::string_view region, int year);

// "cap_reached" where the task would be beyond the cap and is for no check that goes beyond it. `check`: that it names.
Result<void> mayVisit(const std::optional<PlannedCheck>& check, const YearsVisits& others,
                      std::optional<std::int64_t> most);

}  // namespace plumb::records
