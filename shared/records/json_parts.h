// The parts that derived rows have in common, as JSON. Reading takes what writing gave, and throws std::exception for
// anything else: rows are kept in tables of our own. Pure; any thread.
#pragma once

#include <map>
#include <string>

#include "shared/records/inspection/standing.h"
#include "shared/records/inspection/summary.h"

namespace plumb::records {

json::object toJson(const Standing& standing);
Standing standingFromJson(const json::object& object);
json::object toJson(const ChecklistRef& checklist);
ChecklistRef checklistRefFromJson(const json::object& object);
json::object toJson(const std::map<std::string, std::string>& texts);
Sha256 hashFromJson(const json::object& object, std::string_view name);

}  // namespace plumb::records
