// The case that an inspection opens: its findings, and where putting each of them right stands. A derived row, folded
// from the inspection's versions and from the acts about it. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/records/inspection/fold.h"
#include "shared/records/rectification/act.h"

namespace plumb::records {

enum class FindingState {
    corrected,   // on the spot: stated in the inspection itself
    found,       // nothing is ordered yet
    ordered,     // on its way to the enterprise
    delivered,   // being put right
    reported,    // put right, says the enterprise: a re-check is due
    objected,    // an answer to the objection is due
    rejected,    // failed again: being put right by another day
    passed,      // closed
    withdrawn,   // closed
    handedOver,  // closed here
    ended,       // closed: the site closed down, or cannot be reached
};
std::string_view stateName(FindingState state);
// Something is still to happen.
bool isOpen(FindingState state);
// The enterprise has to act.
bool isWithEnterprise(FindingState state);

// A finding as the newest version of the inspection states it.
struct FoundFinding {
    std::string item, severity;
    bool corrected = false;
};
// Of the body of an inspection; of two findings of one item the first.
std::vector<FoundFinding> findingsOf(const json::object& body);

struct FindingRow {
    std::string item, severity;
    FindingState state = FindingState::found;
    bool stated = true;  // the newest version still states it; an order outlives an amendment that leaves it out
    std::string order;   // the order's record id
    std::optional<Day> due;
    bool extended = false;
    std::string request;       // the request for more time that waits for its answer
    std::optional<Day> asked;  // until when
    std::string report;        // the newest report or objection
    std::string reporter;      // its author's key
    bool late = false;         // reported after the day that was due
    int rounds = 0;            // how often it failed again
    std::optional<Sha256> by;  // the line that changed it last

    friend bool operator==(const FindingRow&, const FindingRow&) = default;
};

struct OrderRow {
    std::string id, number;
    Sha256 hash;
    friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

// A line that is believed and yet not its turn: kept, shown, and without effect.
struct IgnoredAct {
    Sha256 hash;
    std::string why;  // a sentence
    friend bool operator==(const IgnoredAct&, const IgnoredAct&) = default;
};

struct CaseRow {
    std::string id;  // of the inspection
    std::vector<FindingRow> findings;
    std::vector<OrderRow> orders;
    std::vector<IgnoredAct> ignored;

    [[nodiscard]] const FindingRow* finding(std::string_view item) const;
    friend bool operator==(const CaseRow&, const CaseRow&) = default;
};

enum class CaseState { submitted, returned, reviewed, ordered, closed };
std::string_view stateName(CaseState state);
CaseState stateOf(const CaseRow& row, InspectionStatus status);

// The day that was due has passed and the enterprise has not reported.
bool isOverdue(const FindingRow& finding, Day today);

// Whether the act may happen to this case now; the one rule for the server, for whoever signs and for every reader.
// Refused with a sentence: version_old, not_reviewable, finding_unknown, not_its_turn, order_unknown, due_past,
// own_report, request_unknown.
Result<void> mayHappen(const CaseRow& row, const InspectionRow& inspection, const Act& act, const BelievedLine& line);

// A version of the inspection took effect: `inspection` is its row after it.
void foldVersion(std::optional<CaseRow>& row, const InspectionRow& inspection,
                 const std::vector<FoundFinding>& findings);
// Takes the next act in. False where it changes nothing but the list of ignored ones.
bool foldAct(CaseRow& row, const InspectionRow& inspection, const Act& act, const BelievedLine& line);

}  // namespace plumb::records
