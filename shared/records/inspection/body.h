// The body of inspection.submitted and inspection.amended, and of assessment.submitted and assessment.amended, which
// say the same and in which round and by whom (RECORDS.md): composed by whoever signs, read by everybody else. Reading
// takes the members that are known and leaves others alone; it judges the form only: whether the score follows from the
// answers is for who has the checklist's document (checklist/score). Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/checklist/model/answers.h"
#include "shared/checklist/score/stated_score.h"
#include "shared/records/inspection/conduct.h"
#include "shared/records/inspection/inspected.h"
#include "shared/records/inspection/places.h"
#include "shared/records/inspection/strokes.h"
#include "shared/records/inspection/summary.h"
#include "shared/records/inspection/visit_code.h"

namespace plumb::records {

// A minor finding that was put right before the inspector left: what was done, and what shows it. The photos are files
// of the record with the finding's item.
struct Corrected {
    std::string done;
    std::vector<Sha256> before, after;

    friend bool operator==(const Corrected&, const Corrected&) = default;
};

// A finding as it is signed.
struct Finding {
    std::string item, severity, text, where, due;  // due: YYYY-MM-DD; "" where it was put right on the spot
    std::optional<Corrected> corrected = {};

    friend bool operator==(const Finding&, const Finding&) = default;
};

// The inspected party signed on glass, or refused, or nobody of it was there. One of `strokes`, `signature`,
// `refusedReason` and `absent` is stated. A refusal has a witness, who may have signed, too, or says why there is none;
// then a recording shows it, a file of the record of the role kRefusalRole.
struct Party {
    std::string name, role;
    std::optional<Sha256> signature;  // of the drawn image, a file of the record: how it was kept before strokes were
    std::string refusedReason, witness;  // of the refusal
    std::string absent;                  // why nobody was there (desk checks)
    std::optional<Strokes> strokes = {};
    std::string witnessRole = {}, noWitness = {};
    std::optional<Strokes> witnessStrokes = {};

    [[nodiscard]] bool hasSigned() const { return strokes || signature; }

    friend bool operator==(const Party&, const Party&) = default;
};

// Recordings and other files that show a refusal to sign.
inline constexpr std::string_view kRefusalRole = "refusal";

// A version of the checklist on which the inspection stood before it was moved, and what the next one could not take of
// it.
struct LeftVersion {
    std::string version;
    Sha256 sha256;
    Instant at;  // when it was left
    checklist::Answers aside;

    friend bool operator==(const LeftVersion&, const LeftVersion&) = default;
};

// Who filled which items of a self-assessment.
struct Contributor {
    std::string kid, name;
    std::vector<std::string> items;

    friend bool operator==(const Contributor&, const Contributor&) = default;
};

// The kind of every self-assessment, and of no inspection.
inline constexpr std::string_view kSelfKind = "self";

struct InspectionBody {
    std::string kind;
    ChecklistRef checklist;
    Instant started, finished;
    std::vector<std::string> team;  // names
    checklist::Answers answers;     // with notes, reasons, facts, zone and day
    std::vector<Finding> findings;
    checklist::StatedScore score;
    std::optional<Party> party;  // none before it is signed
    std::vector<LeftVersion> moved;
    std::optional<Sha256> trail;
    std::string of, reason;          // of an amendment
    std::optional<Sha256> replaces;  // line hash of the refused record that this one stands for
    std::string order;               // of a re-check: the order whose findings it looks at again
    std::string task = {};           // id of the task for which it was made (planning/task.h); "": of none
    std::string person = {};  // whose it is, by her id: stands with `task` alone, and is the author's (persons.h)
    std::string round;        // of a self-assessment: in which it was made
    std::vector<Contributor> contributors;
    InspectionPlaces places = {};  // where it was made
    std::optional<CredentialShown> credential = {};
    std::optional<ResultLeft> result = {};
    std::optional<InspectedName> inspected = {};
    std::optional<VisitCode> rating = {};  // by which the visited enterprise rates the visit; of a submission alone
    int signers = 1;    // 2: it counts once a second inspector signed the same content (cosignature.h)
    bool test = false;  // made in test mode: a submission, of no task and no order (test_mode.h)
};

// bad_payload with the member's path. An amendment says what it amends, and why.
Result<InspectionBody> readInspection(const json::object& body);
Result<InspectionBody> readAmendment(const json::object& body);
Result<InspectionBody> readAssessment(const json::object& body);
Result<InspectionBody> readAssessmentAmendment(const json::object& body);
// Whichever of them the type is. REQUIRES: isVersion(type).
Result<InspectionBody> readVersion(std::string_view type, const json::object& body);
json::object toBody(const InspectionBody& inspection);
// What lists show of it; the same as readSummary() gives of its body.
InspectionSummary summaryOf(const InspectionBody& inspection);

// The parts, as drafts keep them, too.
Result<Finding> readFinding(const json::object& object);
json::object toJson(const Finding& finding);
Result<LeftVersion> readLeftVersion(const json::object& object);
json::object toJson(const LeftVersion& left);

}  // namespace plumb::records
