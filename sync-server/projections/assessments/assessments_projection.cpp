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
  region {text} NOT NULL,
  answered {integer} NOT NULL,
  status {integer} NOT NULL,
  version {integer} NOT NULL,
  handed_in {integer} NOT NULL,
  row {text} NOT NULL
){rows};
CREATE UNIQUE INDEX assessments_key ON assessments (site, round, checklist);
CREATE INDEX assessments_submission ON assessments (submission))sql",
     "SELECT idx, site, round, checklist, submission, region, answered, status, version, handed_in, row FROM "
     "assessments ORDER BY idx",
     1, "CREATE INDEX IF NOT EXISTS assessments_round ON assessments (round, idx)"},
    {"assessment_lines", R"sql(
CREATE TABLE assessment_lines (
  idx {integer} NOT NULL,
  line {integer} NOT NULL,
  PRIMARY KEY (idx, line)
){keyed})sql",
     "SELECT idx, line FROM assessment_lines ORDER BY idx, line", 2},
};

// By the site's clock, corrected by what its author said of it.
std::int64_t handedInOn(const record::Payload& payload) {
    return dayOf({record::correctedAt(payload), payload.at.offset}).time_since_epoch().count();
}

}  // namespace

std::span<const Table> AssessmentsProjection::tables() const {
    return kTables;
}

void AssessmentsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kLine = "INSERT INTO assessment_lines (idx, line) VALUES (?1, ?2)";
    static constexpr const char* kPut =
        "INSERT INTO assessments (idx, site, round, checklist, submission, region, answered, status, version, "
        "handed_in, row) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (idx) DO UPDATE SET "
        "submission = excluded.submission, answered = excluded.answered, status = excluded.status, version = "
        "excluded.version, handed_in = CASE WHEN excluded.handed_in = -1 THEN assessments.handed_in ELSE "
        "excluded.handed_in END, row = excluded.row";
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
    const auto status = row->submitted ? static_cast<std::int64_t>(row->submitted->status) : kNoNumber;
    const auto version = row->submitted ? row->submitted->version : 0;
    const auto handedIn = changed && line.payload.type == "assessment.submitted" ? handedInOn(line.payload) : kNoNumber;
    const auto text = toText(records::toJson(*row));
    m_sql.use(kPut)
        .with(index, row->site, row->round, row->checklist, submission, row->region, row->items.size(), status, version,
              handedIn, text)
        .run();
}

}  // namespace plumb::server
