// How often sites were visited in a year, and how many open tasks of that year there are, against the yearly cap that a
// plan publishes (国办发〔2024〕54号), counted by that plan's rule (records/planning/visits.h); and how often each item
// of a register that limits it is inspected there. Counted is what this log holds: visits of other offices are not in
// it, and whoever proposes a check states those.
#pragma once

#include "shared/base/civil_date.h"
#include "shared/records/planning/visits.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct VisitsQuestion {
    std::vector<std::string> sites;
    int year = 0;
    Day day{};  // whose registers hold
};

// The rule of the narrowest plan in force for the region that states a cap; none: what holds without a plan.
records::VisitRule visitRuleOf(const std::string& region, int year, StoreReader& reader);

// {"items":[{"site","made","uncounted","open","kinds":[{"what","n","counts"}],"items":[{"register","code","most","n"}]}]},
// of the sites whose tasks the caller may read; `made` without those that do not count, `open` tasks likewise; `items`
// of all sites of the enterprise. A check's year is that of its day in its own zone.
json::object countVisits(const VisitsQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
