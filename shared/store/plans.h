// Annual plans on this device: proposing, deciding, publishing. What may follow is asked of records::mayChangePlan, of
// the plan as the lines here give it. The store's thread.
#pragma once

#include <optional>
#include <string>

#include "shared/records/planning/plan.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// As the lines on this device give it; none where no such plan counts here.
std::optional<records::PlanRow> planAt(const TabletStore& store, const std::string& plan);
// All of them, the newest first.
std::vector<records::PlanRow> plansHere(const TabletStore& store);

// Signs plan.proposed for the region; `plan.person` is the person of this device. With `corrects`, the id of a plan: a
// version that takes the place of its newest one, and `why`. notFound "plan_unknown"; as records::mayChangePlan; what
// the rights say.
Result<record::Line> proposePlan(TabletStore& store, const std::string& region, records::AnnualPlan plan,
                                 const std::string& corrects = "", const std::string& why = "");
// Signs plan.approved or plan.refused. notFound "plan_unknown"; as records::mayChangePlan.
Result<record::Line> decidePlan(TabletStore& store, const std::string& plan, bool approved,
                                const std::string& reason = "");
// Signs plan.published; `where` the public finds it.
Result<record::Line> publishPlan(TabletStore& store, const std::string& plan, const std::string& where);

}  // namespace plumb::store
