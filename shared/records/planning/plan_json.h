// A plan's derived row as JSON: how tables keep it. Reading takes what writing gave, and throws std::exception for
// anything else. Pure; any thread.
#pragma once

#include "shared/records/planning/plan.h"

namespace plumb::records {

json::object toJson(const PlanRow& row);
PlanRow planFromJson(const json::object& object);

}  // namespace plumb::records
