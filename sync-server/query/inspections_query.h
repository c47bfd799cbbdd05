// The queue: inspections, or submitted self-assessments, of one status that the caller may read, oldest first, paged by
// key, with how many there are.
#pragma once

#include "shared/base/json.h"
#include "shared/records/inspection/standing.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct InspectionsQuestion {
    Family family = Family::inspection;
    std::string site;  // "" = any
    records::InspectionStatus status = records::InspectionStatus::submitted;
    std::optional<std::uint64_t> after;  // the KEY of the page before
    std::size_t limit = 50;
};

Result<records::InspectionStatus> statusByName(std::string_view name);
// One record as lists tell it; how many stand where that the caller may read, by status.
json::object tellInspection(const records::InspectionRow& row, const QuerySources& sources);
json::object countInspections(Family family, const std::string& site, const Principal& caller,
                              const QuerySources& sources);
json::object listInspections(const InspectionsQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
