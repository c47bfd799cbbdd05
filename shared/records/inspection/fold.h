// The derived row of one inspection or self-assessment: where it stands, and what its newest version says.
#pragma once

#include <optional>

#include "shared/records/believed.h"
#include "shared/records/inspection/standing.h"
#include "shared/records/inspection/summary.h"

namespace plumb::records {

struct InspectionRow {
    std::string id;                  // of the submission
    std::string kid;                 // its author
    domain::LogPlace first, newest;  // of the submission, of the newest version
    Sha256 hash;                     // of the newest version
    std::string site, region;        // as the newest version says; rights hold them to the submission's
    Instant at;                      // its author's clock
    int files = 0;
    InspectionSummary says;
    int version = 1;  // 1 = as submitted
    InspectionStatus status = InspectionStatus::submitted;
    std::optional<Sha256> decided;         // the review that the status rests on
    std::optional<Sha256> cosigned = {};   // the second inspector's signature under the newest version
    std::optional<Agreement> agreed = {};  // the first of two acceptances, where the newest version has a veto

    // It waits for the second of them.
    [[nodiscard]] bool waitsForSecond() const { return agreed && status == InspectionStatus::submitted; }

    friend bool operator==(const InspectionRow&, const InspectionRow&) = default;
};

// What the next line of this row is judged by.
Standing standingOf(const InspectionRow& row);

// The id of the row that a line may change; empty: none.
std::string inspectionOf(const record::Payload& payload);

// Takes the next line of this row in; `summary` is read from its body where it is a version. False where the line
// changes nothing: not its turn, not its author's, not about the newest version.
bool foldInspection(std::optional<InspectionRow>& row, const BelievedLine& line, const InspectionSummary* summary);

}  // namespace plumb::records
