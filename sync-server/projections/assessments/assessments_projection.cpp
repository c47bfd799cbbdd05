#include "sync-server/projections/assessments/assessments_projection.h"

#include "shared/records/assessment/assessment_json.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {
    {"assessments", R"sql(
CREATE TABLE assessments (
  idx {integer} PRIMARY KEY,
  site {text} NOT NULL,
  round {text} NOT NULL,
  checklist {text} NOT NULL,
  submission {text} NOT NULL,
  row {text} NOT NULL
){rows};
CREATE UNIQUE INDEX assessments_key ON assessments (site, round, checklist);
CREATE INDEX assessments_submission ON assessments (submission))sql",
     "SELECT idx, site, round, checklist, submission, row FROM assessments ORDER BY idx", 1,
     "CREATE INDEX IF NOT EXISTS assessments_round ON assessments (round, idx)"},
    {"assessment_lines", R"sql(
CREATE TABLE assessment_lines (
  idx {integer} NOT NULL,
  line {integer} NOT NULL,
  PRIMARY KEY (idx, line)
){keyed})sql",
     "SELECT idx, line FROM assessment_lines ORDER BY idx, line", 2},
};

}  // namespace

std::span<const Table> AssessmentsProjection::tables() const {
    return kTables;
}

void AssessmentsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kLine = "INSERT INTO assessment_lines (idx, line) VALUES (?1, ?2)";
    static constexpr const char* kPut =
        "INSERT INTO assessments (idx, site, round, checklist, submission, row) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON "
        "CONFLICT (idx) DO UPDATE SET submission = excluded.submission, row = excluded.row";
    const auto reading = line.reading.forAssessment();
    const auto key = records::assessmentOf(line.payload, reading);
    if (!key) return;
    auto before = m_rows.find(*key);
    const auto index = before ? before->first : line.index;
    if (reading.contribution || reading.assignment) m_sql.use(kLine).with(index, line.index).run();
    std::optional<records::AssessmentRow> row;
    if (before) row = std::move(before->row);
    const auto late = row ? row->tooLate.size() : 0;
    const bool changed = records::foldAssessment(row, line.believed(), reading);
    if (!changed && (!row || row->tooLate.size() == late)) return;
    const auto submission = row->submitted ? row->submitted->id : std::string();
    const auto text = toText(records::toJson(*row));
    m_sql.use(kPut).with(index, row->site, row->round, row->checklist, submission, text).run();
}

}  // namespace plumb::server
