// Annual plans as far as the caller may read them, with what was drawn and done of each batch; pages by key, newest
// first.
#pragma once

#include "sync-server/projections/plans/plan_rows.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct PlansQuestion {
    std::optional<records::PlanState> state;
    std::string region;  // "" = any; a region and what lies in it
    PageAsked page;      // by the index of a plan's first version
};

// "state", "region"; all but the page. bad_query.
Result<PlansQuestion> readPlansQuestion(const AskedWords& words);

json::object listPlans(const PlansQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
