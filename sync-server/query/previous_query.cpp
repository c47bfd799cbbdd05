#include "sync-server/query/previous_query.h"

#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/line_at.h"
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

// A visit was at the time of its submission, whenever it was amended.
TimePoint submittedAt(const records::InspectionRow& row, StoreReader& reader) {
    return row.version == 1 ? row.at.utc : payloadAt(*row.first, reader).at.utc;
}

// Whatever day an amendment gave it.
constexpr Day kEver{std::chrono::days(3'000'000)};

}  // namespace

Result<json::object> previousOf(const std::string& id, const Principal& caller, const QuerySources& sources) {
    InspectionRows rows(sources.reader);
    const auto row = rows.find(id);
    if (!row || !mayReadVisit(caller, row->region, row->site, row->kid))
        return fail(ErrorKind::notFound, "no_record", "no record " + id.substr(0, 40) + " is in this log for you");
    std::optional<records::InspectionRow> found;
    if (!row->says.isAssessment()) {
        const auto mine = submittedAt(*row, sources.reader);
        TimePoint newest{};
        rows.ofSite(row->site, Day{}, kEver, [&](const records::InspectionRow& other) {
            if (other.id == row->id || other.says.checklist.id != row->says.checklist.id || !compares(other) ||
                !mayReadVisit(caller, other.region, other.site, other.kid))
                return;
            const auto then = submittedAt(other, sources.reader);
            if (then >= mine || (found && then < newest)) return;
            newest = then;
            found = other;
        });
    }
    json::object out{{"previous", nullptr}};
    if (found) out["previous"] = tellInspection(*found, sources);
    return out;
}

}  // namespace plumb::server
