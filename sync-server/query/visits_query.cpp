#include "sync-server/query/visits_query.h"

#include "shared/domain/record_types.h"
#include "shared/records/planning/task.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/projections/visit_counts.h"

namespace plumb::server {
json::object countVisits(const VisitsQuestion& question, const Principal& caller, const QuerySources& sources) {
    json::array items;
    SiteRows sites(sources.reader);
    for (const auto& id : question.sites) {
        const auto site = sites.find(id);
        if (!site || !domain::mayRead(caller.grants, records::kTaskAssigned, site->region, id, false)) continue;
        const auto counted = visitsOf(id, question.year, {}, sources.reader);
        items.push_back(json::object{
            {"site", id}, {"made", counted.made}, {"uncounted", counted.uncounted}, {"open", counted.open}});
    }
    return {{"items", std::move(items)}};
}

}  // namespace plumb::server
