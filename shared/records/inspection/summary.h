// What lists and projections show of one version of an inspection, read from the body of inspection.submitted or
// inspection.amended (RECORDS.md). Pure; any thread. bad_payload names the member.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/sha256.h"

namespace plumb::records {

struct ChecklistRef {
    std::string id, version;
    Sha256 sha256;

    friend bool operator==(const ChecklistRef&, const ChecklistRef&) = default;
};

struct InspectionSummary {
    ChecklistRef checklist;
    std::string kind;
    std::int64_t points = 0, max = 0;  // thousandths
    std::string grade;
    int vetoes = 0, findings = 0;

    friend bool operator==(const InspectionSummary&, const InspectionSummary&) = default;
};

bool isInspection(std::string_view type);  // submitted or amended
bool isReview(std::string_view type);

Result<InspectionSummary> readSummary(const json::object& body);

}  // namespace plumb::records
