// Cases and their findings as lists ask for them (DerivedTables). Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/records/rectification/column.h"

namespace plumb::store {

struct FindingFilter {
    std::optional<records::FindingColumn> column = {};
    std::string site = {};    // its id
    std::string region = {};  // a prefix
    std::string severity = {};
    std::optional<bool> own = {};       // of an inspection that was signed on this device
    std::optional<Day> dueBefore = {};  // due on a day before this one
    std::optional<Day> overdueOn = {};  // due before this day, and the enterprise has not reported
    bool asked = false;                 // a request for more time waits for its answer
};

struct ListedFinding {
    std::string inspection;  // the id of its case
    std::string site, siteName, region, kind;
    records::ChecklistRef checklist;
    Instant at;          // of the inspection
    bool own = false;    // the inspection was signed on this device
    std::string number;  // of its order; "" before there is one
    records::CaseState caseState = records::CaseState::submitted;
    records::FindingRow finding;
};

struct FindingPage {
    std::vector<ListedFinding> rows;  // by the day that is due, so that what is overdue comes first; without one last
    std::size_t total = 0;            // that the filter leaves
    bool complete = true;             // everything that is stored was folded
};

struct CaseFilter {
    std::optional<records::CaseState> state = {};
    std::string site = {};
    std::string region = {};  // a prefix
    std::optional<bool> own = {};
    std::optional<Day> dueBefore = {};  // something that the enterprise has to do is due before this day
    bool withFindings = false;          // only those that state one, or in which something happened
};

struct ListedCase {
    records::CaseRow row;
    std::string siteName;
    bool own = false;
    std::optional<Day> due;  // the first day that is due of what the enterprise has to do
};

struct CasePage {
    std::vector<ListedCase> rows;  // newest inspection first
    std::size_t total = 0;
    bool complete = true;
};

// What needs somebody.
struct Attention {
    std::size_t overdue = 0;   // findings with the enterprise whose day has passed
    std::size_t dueSoon = 0;   // findings with the enterprise that are due in the next days
    std::size_t rejected = 0;  // findings that failed again, whenever they are due
    std::size_t reported = 0;  // findings that are to be looked at again
    std::size_t objected = 0;  // findings whose objection is to be answered
    std::size_t asked = 0;     // findings for which more time is asked
    std::size_t toOrder = 0;   // findings of accepted inspections for which nothing is ordered
    std::size_t returned = 0;  // own inspections and self-assessments that were returned
};

}  // namespace plumb::store
