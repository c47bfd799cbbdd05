// A self-assessment's derived row as JSON: what the server answers with, and how the rows that are folded further are
// kept. Pure; any thread.
#pragma once

#include "shared/records/assessment/assessment.h"

namespace plumb::records {

json::object toJson(const AssessmentRow& row);
// Of what toJson() gave, alone: throws std::exception for anything else.
AssessmentRow assessmentFromJson(const json::object& object);

}  // namespace plumb::records
