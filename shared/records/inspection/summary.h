// What lists and projections show of one version of an inspection or of a self-assessment, which is an inspection that
// an enterprise makes of its own site: read from the body of *.submitted or *.amended (RECORDS.md). Pure; any thread.
// bad_payload names the member.
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
    std::string round;  // of a self-assessment: in which it was made; "" of an inspection
    std::string order;  // of a re-check: the record id of the order whose findings it looks at again; "" else
    int signers = 1;    // how many inspectors its checklist wants to sign it (signersOf)
    bool test = false;  // made in test mode (test_mode.h)

    [[nodiscard]] bool isAssessment() const { return !round.empty(); }
    // It opens no case: what it finds lives in the case of its order.
    [[nodiscard]] bool isRecheck() const { return !order.empty(); }
    [[nodiscard]] bool opensCase() const { return !isRecheck() && !test; }

    friend bool operator==(const InspectionSummary&, const InspectionSummary&) = default;
};

bool isInspection(std::string_view type);  // inspection.submitted or .amended
bool isAssessment(std::string_view type);  // assessment.submitted or .amended
bool isVersion(std::string_view type);     // of either
bool isSubmission(std::string_view type);  // the first version of either
bool isAmendment(std::string_view type);
bool isReview(std::string_view type);
bool isCosignature(std::string_view type);  // inspection.cosigned (cosignature.h)
bool isDelivery(std::string_view type);     // inspection.delivered (result_delivery.h)

// How many inspectors have to sign a version before it counts, as its body states it: 2, or 1.
int signersOf(const json::object& body);
// How many items with a veto failed, as its score states it.
int vetoesOf(const json::object& body);

Result<InspectionSummary> readSummary(const json::object& body);

}  // namespace plumb::records
