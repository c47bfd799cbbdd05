// One self-assessment of a site in a round, while it is filled and after: the contributions merged item by item, the
// later in the log holds, and what it took the place of stays named; and who is to fill which section. A derived row,
// folded from the contributions, the assignments, the submission that states the whole, its amendments and their
// reviews; foldAssessment() takes all of them. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/checklist/model/answers.h"
#include "shared/records/assessment/assignment.h"
#include "shared/records/assessment/contribution.h"
#include "shared/records/believed.h"
#include "shared/records/inspection/standing.h"

namespace plumb::records {

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

// Who is to fill a section, who said so, and when.
struct AssignedSection {
    std::string person;  // id; "": nobody, after it had been somebody
    Sha256 by;           // the line
    std::string kid;
    Instant at;  // its author's clock
    domain::LogPlace place;

    friend bool operator==(const AssignedSection&, const AssignedSection&) = default;
};

struct AssessmentRow {
    std::string site, region, round;
    std::string checklist;  // its id: versions may differ among contributions
    std::map<std::string, AnsweredItem> items;
    std::map<std::string, std::string> facts;
    std::map<std::string, AssignedSection> assigned;  // by section
    std::optional<Standing> submitted;                // the record that states the whole, once there is one
    std::vector<Sha256> tooLate;  // contributions and assignments after it: kept, shown, and without effect

    friend bool operator==(const AssessmentRow&, const AssessmentRow&) = default;
};

// Which row a line may change: of a contribution, an assignment and a submission the site, round and checklist that it
// names; of an amendment or a review the submission's id alone.
struct AssessmentKey {
    std::string site, round, checklist;
    std::string submission;

    friend bool operator==(const AssessmentKey&, const AssessmentKey&) = default;
};

// What an assessment takes from a line's body, read once.
struct AssessmentReading {
    std::optional<Contribution> contribution;
    std::optional<Assignment> assignment;
    std::optional<InspectionSummary> summary;  // of a version
};

// None for lines that are about no assessment, and for one that was made in test mode, which is of no round's
// progress; a review may turn out to be about an inspection.
std::optional<AssessmentKey> assessmentOf(const record::Payload& payload, const AssessmentReading& reading);

// Of contributions and assignments. Refused: round_closed, while what was submitted stands; once it is returned, they
// go on.
Result<void> mayContribute(const std::optional<AssessmentRow>& row);
// Refused: round_submitted. There is one submission in a round; what changes after it is an amendment.
Result<void> maySubmit(const std::optional<AssessmentRow>& row);
// By its author, returned or not. Refused: record_accepted, of_unknown where nothing was submitted.
Result<void> mayAmend(const std::optional<AssessmentRow>& row);

// Takes the next line of this row in. False where it changes nothing but the list of those that came too late.
bool foldAssessment(std::optional<AssessmentRow>& row, const BelievedLine& line, const AssessmentReading& reading);

// All items as they stand, as one filled form. Zone and day are the submitter's to add.
checklist::Answers mergedAnswers(const AssessmentRow& row);

}  // namespace plumb::records
