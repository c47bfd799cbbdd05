// A case's derived row as JSON: what the server answers with, and how the rows that are folded further are kept. Pure;
// any thread.
#pragma once

#include "shared/records/rectification/case.h"

namespace plumb::records {

json::object toJson(const FindingRow& finding);
json::object toJson(const CaseRow& row);
// Of what toJson() gave, alone: throws std::exception for anything else.
CaseRow caseFromJson(const json::object& object);

std::optional<FindingState> findingStateNamed(std::string_view name);
std::optional<CaseState> caseStateNamed(std::string_view name);

}  // namespace plumb::records
