// What one person of an enterprise answered of a self-assessment: the body of assessment.contributed (RECORDS.md).
// Several people fill one self-assessment on several devices, each offline. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "shared/domain/place.h"
#include "shared/records/inspection/summary.h"

namespace plumb::records {

// All that an item has; its photos and documents are files of the record with the item's id.
struct ItemAnswers {
    std::map<std::string, std::string> answers;  // by question
    std::string na, note;

    [[nodiscard]] bool blank() const { return answers.empty() && na.empty() && note.empty(); }
    friend bool operator==(const ItemAnswers&, const ItemAnswers&) = default;
};

struct Contribution {
    std::string round;       // id of a published round (reference/round.h)
    ChecklistRef checklist;  // the version on which it was answered
    std::map<std::string, ItemAnswers> items;
    std::map<std::string, std::string> facts;
    // Where it was signed, or why nobody knows; none where nobody asked.
    std::optional<domain::Whereabouts> place = {};

    friend bool operator==(const Contribution&, const Contribution&) = default;
};

// bad_payload with the member's path; also where nothing is contributed.
Result<Contribution> readContribution(const json::object& body);
json::object toBody(const Contribution& contribution);

json::object toJson(const ItemAnswers& item);

}  // namespace plumb::records
