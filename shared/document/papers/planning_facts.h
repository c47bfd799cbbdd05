// What the papers of planning say: the approval of a check and its notice, the letter of a task, the result of a draw
// (PAPERS.md lists the names). Persons and titles stand in records by their ids; who calls knows the names. Pure; any
// thread.
#pragma once

#include <functional>
#include <string>

#include "shared/document/papers/record_facts.h"
#include "shared/records/planning/check.h"
#include "shared/records/planning/draw_lines.h"

namespace plumb::document {

struct PaperPerson {
    std::string name;         // her id where no name is known
    std::string certificate;  // number; "": none is stated
};

// What ids stand for.
struct PaperNames {
    std::function<PaperPerson(const std::string& person)> person;
    std::function<std::string(const std::string& checklist)> checklist;  // title of its newest version; "": unknown
    std::function<std::optional<records::Site>(const std::string& site)> site;
};

// A record that another one is about: its number, its day and when it was signed.
struct PaperReference {
    std::string number;
    Instant at;
};

// Of a decision about a check: what was proposed, and what the head said.
json::object checkFacts(const RecordSource& decision, const records::CheckDecision& says,
                        const PaperReference& proposal, const records::PlannedCheck& check, const PaperNames& names);
// `check`: the approved check that the task is for; none: it names none.
json::object taskFacts(const RecordSource& record, const records::Task& task,
                       const std::optional<PaperReference>& check, const PaperNames& names);
json::object drawFacts(const RecordSource& reveal, const records::DrawRevealed& revealed,
                       const PaperReference& commitment, const records::DrawCommitted& committed,
                       const PaperNames& names);

}  // namespace plumb::document
