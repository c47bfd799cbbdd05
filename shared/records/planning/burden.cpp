#include "shared/records/planning/burden.h"

namespace plumb::records {

const AnnualPlan* inForceAt(const PlanRow& plan, std::string_view region, int year) {
    const auto* version = inForce(plan);
    if (!version || version->says.year != year || !region.starts_with(plan.region)) return nullptr;
    return &version->says;
}

Result<void> mayVisit(const std::optional<PlannedCheck>& check, const YearsVisits& others,
                      std::optional<std::int64_t> most) {
    if (!most || others.made + others.open < *most) return {};
    if (check && (!check->year.counted || !check->year.over.empty())) return {};
    return fail(ErrorKind::forbidden, "cap_reached",
                "the enterprise was visited " + std::to_string(others.made) + " times this year and " +
                    std::to_string(others.open) + " visits are to be made; the published cap is " +
                    std::to_string(*most) + ": have a check approved that says why it is made all the same");
}

}  // namespace plumb::records
