// A case or a self-assessment as the lines on this device give it, folded from nothing: for whoever is about to sign
// and must know where it stands now. Lists read the derived tables (derived/derived_tables.h), which the same lines and
// the same folds make. The store's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/records/assessment/assessment.h"
#include "shared/records/rectification/case.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// Whether a line counts: believed, and not refused by the server.
bool counts(const RecordRow& row);

// A line that does.
struct ReadLine {
    RecordRow row;
    record::Payload payload;
};

// In the order in which lines are folded: the log's, and what waits here after it as it was signed.
bool isBefore(const RecordRow& a, const RecordRow& b);

// What the log has in its order, then what waits here as it was signed. Lines that cannot be read are left out.
std::vector<ReadLine> linesOfCase(const TabletStore& store, const std::string& inspection);
std::vector<ReadLine> linesOfAssessment(const TabletStore& store, const std::string& site, const std::string& round,
                                        const std::string& checklist);

// Takes the next line in; other lines than those above change nothing.
bool foldCaseLine(std::optional<records::CaseRow>& row, const RecordRow& line, const record::Payload& payload);
bool foldAssessmentLine(std::optional<records::AssessmentRow>& row, const RecordRow& line,
                        const record::Payload& payload);
// Of a contribution, an assignment or a submission the assessment that it belongs to.
std::optional<records::AssessmentKey> assessmentOf(const record::Payload& payload);

// None: no such inspection counts here.
std::optional<records::CaseRow> caseOf(const TabletStore& store, const std::string& inspection);
std::optional<records::AssessmentRow> assessmentAt(const TabletStore& store, const std::string& site,
                                                   const std::string& round, const std::string& checklist);

}  // namespace plumb::store
