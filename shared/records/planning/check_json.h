// A check's derived row as JSON: how tables keep it. Reading takes what writing gave, and throws std::exception for
// anything else. Pure; any thread.
#pragma once

#include "shared/records/planning/check.h"

namespace plumb::records {

json::object toJson(const CheckRow& row);
CheckRow checkFromJson(const json::object& object);

}  // namespace plumb::records
