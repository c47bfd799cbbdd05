#include "shared/store/plans.h"

#include <algorithm>
#include <map>

#include "shared/store/folded_rows.h"

namespace plumb::store {
namespace {

std::vector<ReadLine> planLines(const TabletStore& store) {
    std::vector<ReadLine> out;
    for (const auto type :
         {records::kPlanProposed, records::kPlanApproved, records::kPlanRefused, records::kPlanPublished}) {
        for (const auto& line : store.linesOfType(type, "")) {
            if (!counts(line.row)) continue;
            if (auto payload = store.payload(line)) out.push_back({line.row, std::move(*payload)});
        }
    }
    std::sort(out.begin(), out.end(), [](const ReadLine& a, const ReadLine& b) { return isBefore(a.row, b.row); });
    return out;
}

tl::unexpected<Error> unknownHere(const std::string& plan) {
    return fail(ErrorKind::notFound, "plan_unknown", "no plan " + plan + " is on this device; sync first");
}

Result<record::Line> append(TabletStore& store, std::string_view type, const std::string& region, json::object body) {
    NewRecord record;
    record.type = type;
    record.region = region;
    record.body = std::move(body);
    record.judge = [&](const records::BelievedLine& line) {
        return records::mayChangePlan(planAt(store, records::planOf(line.payload)), line.payload);
    };
    return store.append(record);
}

}  // namespace

std::optional<records::PlanRow> planAt(const TabletStore& store, const std::string& plan) {
    std::optional<records::PlanRow> out;
    for (const auto& [row, payload] : planLines(store)) {
        if (records::planOf(payload) == plan) (void)records::foldPlan(out, {payload, row.hash, row.kid, row.logIndex});
    }
    return out;
}

std::vector<records::PlanRow> plansHere(const TabletStore& store) {
    std::map<std::string, std::optional<records::PlanRow>> folded;
    std::vector<std::string> order;
    for (const auto& [row, payload] : planLines(store)) {
        const auto id = records::planOf(payload);
        auto& plan = folded[id];
        const bool fresh = !plan;
        if (records::foldPlan(plan, {payload, row.hash, row.kid, row.logIndex}) && fresh) order.push_back(id);
    }
    std::vector<records::PlanRow> out;
    for (auto id = order.rbegin(); id != order.rend(); ++id) out.push_back(std::move(*folded[*id]));
    return out;
}

Result<record::Line> proposePlan(TabletStore& store, const std::string& region, records::AnnualPlan plan,
                                 const std::string& corrects, const std::string& why) {
    const auto who = store.profile();
    if (!who) return fail(who.error());
    plan.person = who->personId;
    auto where = region;
    if (!corrects.empty()) {
        const auto row = planAt(store, corrects);
        if (!row) return unknownHere(corrects);
        plan.before = records::PlanBefore{row->id, row->versions.back().hash, why};
        where = row->region;
    }
    return append(store, records::kPlanProposed, where, records::toBody(plan));
}

Result<record::Line> decidePlan(TabletStore& store, const std::string& plan, bool approved, const std::string& reason) {
    const auto row = planAt(store, plan);
    if (!row) return unknownHere(plan);
    const auto who = store.profile();
    if (!who) return fail(who.error());
    const records::PlanDecision says{plan, row->versions.back().hash, who->personId, approved, reason};
    return append(store, approved ? records::kPlanApproved : records::kPlanRefused, row->region, records::toBody(says));
}

Result<record::Line> publishPlan(TabletStore& store, const std::string& plan, const std::string& where) {
    const auto row = planAt(store, plan);
    if (!row) return unknownHere(plan);
    return append(store, records::kPlanPublished, row->region,
                  records::toBody(records::PlanPublished{plan, row->versions.back().hash, where}));
}

}  // namespace plumb::store
