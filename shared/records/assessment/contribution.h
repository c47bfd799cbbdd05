// What one person of an enterprise answered of a self-assessment: the body of assessment.contributed (RECORDS.md).
// Several people fill one self-assessment on several devices, each offline; their lines merge item by item, the later
// in the log holds, and what it took the place of stays named. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/checklist/model/answers.h"
#include "shared/records/believed.h"
#include "shared/records/inspection/summary.h"

namespace plumb::records {

struct ItemAnswers {
    std::map<std::string, std::string> answers;  // by question; all that the item has
    std::string na, note;

    friend bool operator==(const ItemAnswers&, const ItemAnswers&) = default;
};

struct Contribution {
    std::string round;       // which self-assessment of this site and checklist, as in 2026-1
    ChecklistRef checklist;  // the version on which it was answered
    std::map<std::string, ItemAnswers> items;
    std::map<std::string, std::string> facts;

    friend bool operator==(const Contribution&, const Contribution&) = default;
};

// Malformed ("bad_payload") with the member that is wrong; also where nothing is contributed.
Result<Contribution> readContribution(const json::object& body);
json::object toBody(const Contribution& contribution);

// Who answered an item, when, and whose answers these took the place of.
struct AnsweredItem {
    ItemAnswers content;
    Sha256 by;  // the line
    std::string kid;
    Instant at;  // its author's clock
    domain::LogPlace place;
    std::vector<Sha256> before;  // lines that answered it earlier, oldest first

    friend bool operator==(const AnsweredItem&, const AnsweredItem&) = default;
};

// One self-assessment while it is filled.
struct AssessmentRow {
    std::string site, checklist, round;
    std::map<std::string, AnsweredItem> items;
    std::map<std::string, std::string> facts;
    std::string submitted;        // the record that states the whole, once there is one
    std::vector<Sha256> tooLate;  // contributions after it: kept, shown, and without effect

    friend bool operator==(const AssessmentRow&, const AssessmentRow&) = default;
};

// The key of the row that a contribution to this site changes.
std::string assessmentKey(std::string_view site, std::string_view checklist, std::string_view round);

// Refused: round_closed, once the whole was submitted.
Result<void> mayContribute(const std::optional<AssessmentRow>& row);
// Takes the next contribution of this row in. False where it comes too late.
bool foldContribution(std::optional<AssessmentRow>& row, const Contribution& contribution, const BelievedLine& line);

// All items as they stand, as one filled form. Zone and day are the submitter's to add.
checklist::Answers mergedAnswers(const AssessmentRow& row);

}  // namespace plumb::records
