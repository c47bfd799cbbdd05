// The case that an inspection opens: its findings, and where putting each of them right stands. A derived row, folded
// from the inspection's versions, their reviews and the acts about it; foldCase() takes all of them. What was made in
// test mode opens none, and neither does a re-check, which names an order: what came of its findings is said by acts
// about the case of that order. Pure; any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/records/believed.h"
#include "shared/records/inspection/standing.h"
#include "shared/records/inspection/summary.h"
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
    std::string item, severity, text;
    bool corrected = false;
};
// Of the body of an inspection; of two findings of one item the first.
std::vector<FoundFinding> findingsOf(const json::object& body);

struct FindingRow {
    std::string item, severity, text;
    FindingState state = FindingState::found;
    bool stated = true;       // the newest version still states it; an order outlives an amendment that leaves it out
    std::string order;        // the order's record id
    std::string requirement;  // what it demands
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
    Standing standing;  // of the inspection, whose id is the case's
    std::string site, region, kind;
    ChecklistRef checklist;
    Instant at;  // of the newest version, its author's clock
    std::vector<FindingRow> findings;
    std::vector<OrderRow> orders;
    std::vector<IgnoredAct> ignored;
    std::string archived;  // for how long; none yet

    [[nodiscard]] const FindingRow* finding(std::string_view item) const;
    friend bool operator==(const CaseRow&, const CaseRow&) = default;
};

enum class CaseState {
    submitted,
    returned,
    reviewed,
    ordered,
    closed,
    archived,
    incomplete,  // its inspection waits for the second inspector's signature
};
std::string_view stateName(CaseState state);
CaseState stateOf(const CaseRow& row);

// The day that was due has passed and the enterprise has not reported.
bool isOverdue(const FindingRow& finding, Day today);

// Whether the act may happen to this case now; the one rule for the server, for whoever signs and for every reader.
// Refused with a sentence: version_old, not_reviewable, not_cosigned, finding_unknown, not_its_turn, order_unknown,
// due_past, own_report, request_unknown, case_open.
Result<void> mayHappen(const CaseRow& row, const Act& act, const BelievedLine& line);

// Whose key it is; "" where nobody knows.
using PersonOf = std::function<std::string(std::string_view kid)>;
// Whoever judges a report is another person than its author, whatever their keys. Refused: own_report. Asked beside
// mayHappen() by who has a book of trust at hand: the server and whoever signs; folds compare keys.
Result<void> mayJudge(const CaseRow& row, const Act& act, std::string_view kid, const PersonOf& personOf);

// The case that an order belongs to; none where the order, or its inspection, is not known.
struct CaseOfOrder {
    const CaseRow* row = nullptr;
    std::string_view order;  // its record id
};
// Whether a re-check for this order, at `site`, may state these findings: its case has no place for one of an item that
// it states none of. Asked beside the body's rule by the server and by whoever signs. Refused: order_unknown,
// finding_new.
Result<void> mayRecheck(const CaseOfOrder& of, std::string_view site, const std::vector<FoundFinding>& findings);

// What a case takes from a line's body, read once.
struct CaseReading {
    std::optional<InspectionSummary> summary;  // of a version of an inspection
    std::vector<FoundFinding> findings;        // of the same
    std::optional<Act> act;                    // of a rectification.* record
};

// The id of the case that a line may change; empty: none. That of a re-check never comes to be.
std::string caseOf(const record::Payload& payload);
// Takes the next line of this case in. False where it changes nothing but the list of ignored acts.
bool foldCase(std::optional<CaseRow>& row, const BelievedLine& line, const CaseReading& reading);

}  // namespace plumb::records
