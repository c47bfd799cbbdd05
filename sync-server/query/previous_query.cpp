#include "sync-server/query/previous_query.h"

#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/query/inspections_query.h"
#include "sync-server/query/told.h"

namespace plumb::server {
namespace {

// What was returned says nothing that holds, and a re-check asks only what had failed.
bool compares(const records::InspectionRow& row) {
    const bool holds =
        row.status == records::InspectionStatus::submitted || row.status == records::InspectionStatus::accepted;
    return holds && !row.says.isRecheck();
}

}  // namespace

Result<json::object> previousOf(const std::string& id, const Principal& caller, const QuerySources& sources) {
    InspectionRows rows(sources.reader);
    const auto row = rows.find(id);
    if (!row || !mayReadVisit(caller, row->region, row->site, row->kid))
        return fail(ErrorKind::notFound, "no_record", "no record " + id.substr(0, 40) + " is in this log for you");
    std::optional<records::InspectionRow> found;
    const auto today = std::chrono::floor<std::chrono::days>(row->at.utc);
    if (!row->says.isAssessment()) {
        // In the order in which they were made.
        rows.ofSite(row->site, Day{}, Day(today) + std::chrono::days(1), [&](const records::InspectionRow& other) {
            if (other.at.utc < row->at.utc && other.says.checklist.id == row->says.checklist.id && compares(other) &&
                mayReadVisit(caller, other.region, other.site, other.kid))
                found = other;
        });
    }
    json::object out{{"previous", nullptr}};
    if (found) out["previous"] = tellInspection(*found, sources);
    return out;
}

}  // namespace plumb::server
