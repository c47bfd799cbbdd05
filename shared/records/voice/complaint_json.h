// A complaint's row as JSON: what projections keep and queries tell. Reading takes what writing gave, and throws for
// anything else. Pure; any thread.
#pragma once

#include "shared/records/voice/complaint.h"

namespace plumb::records {

json::object toJson(const ComplaintRow& row);
ComplaintRow complaintFromJson(const json::object& object);

}  // namespace plumb::records
