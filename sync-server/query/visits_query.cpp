#include "sync-server/query/visits_query.h"

#include "shared/domain/record_types.h"
#include "shared/records/planning/task.h"
#include "sync-server/projections/item_counts.h"
#include "sync-server/projections/plans/plan_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/projections/visit_counts.h"

namespace plumb::server {
namespace {

// Where no item of a register has a limit nothing is counted.
json::array itemsOf(const std::string& site, const std::string& region, const VisitsQuestion& question,
                    StoreReader& reader) {
    json::array out;
    std::optional<std::vector<records::CheckRow>> checks;
    for (const auto& one : registersFor(region, question.day, reader)) {
        for (const auto& item : one.items) {
            if (!item.most) continue;
            if (!checks) checks = checksForItems(site, question.year, {}, reader);
            out.push_back(json::object{
                {"register", one.id}, {"code", item.code}, {"most", *item.most}, {"n", timesOf(item, *checks)}});
        }
    }
    return out;
}

}  // namespace

records::VisitRule visitRuleOf(const std::string& region, int year, StoreReader& reader) {
    // The narrowest that states a cap, since the rule is of its cap.
    const auto plans = PlanRows(reader).inForce(region, year);
    for (auto plan = plans.rbegin(); plan != plans.rend(); ++plan) {
        const auto* says = records::inForceAt(*plan, region, year);
        if (says->most) return says->visits;
    }
    return {};
}

json::object countVisits(const VisitsQuestion& question, const Principal& caller, const QuerySources& sources) {
    json::array items;
    SiteRows sites(sources.reader);
    for (const auto& id : question.sites) {
        const auto site = sites.find(id);
        if (!site || !domain::mayRead(caller.grants, records::kTaskAssigned, site->region, id, false)) continue;
        const auto counted = visitsOf(id, question.year, {}, sources.reader);
        const auto rule = visitRuleOf(site->region, question.year, sources.reader);
        json::array kinds;
        for (const auto& [what, n] : counted.kinds)
            kinds.push_back(json::object{{"what", what}, {"n", n}, {"counts", rule.counts(what)}});
        items.push_back(json::object{{"site", id},
                                     {"made", counted.made(rule)},
                                     {"uncounted", counted.uncounted(rule)},
                                     {"open", counted.open},
                                     {"kinds", std::move(kinds)},
                                     {"items", itemsOf(id, site->region, question, sources.reader)}});
    }
    return {{"items", std::move(items)}};
}

}  // namespace plumb::server
