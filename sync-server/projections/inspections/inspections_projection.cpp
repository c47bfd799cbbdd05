#include "sync-server/projections/inspections/inspections_projection.h"

#include "shared/records/review/assignment.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {
    {"inspections", R"sql(
CREATE TABLE inspections (
  idx {integer} PRIMARY KEY,
  newest {integer} NOT NULL,
  record {text} NOT NULL,
  author {integer} NOT NULL,
  hash {bytes} NOT NULL,
  site {text} NOT NULL,
  region {text} NOT NULL,
  at {integer} NOT NULL,
  at_offset {integer} NOT NULL,
  files {integer} NOT NULL,
  checklist {text} NOT NULL,
  checklist_version {text} NOT NULL,
  checklist_hash {bytes} NOT NULL,
  kind {text} NOT NULL,
  points {integer} NOT NULL,
  max {integer} NOT NULL,
  grade {text} NOT NULL,
  vetoes {integer} NOT NULL,
  findings {integer} NOT NULL,
  version {integer} NOT NULL,
  status {integer} NOT NULL,
  decided {bytes},
  assessment {integer} NOT NULL,
  round {text} NOT NULL,
  rechecks {text} NOT NULL,
  signers {integer} NOT NULL,
  cosigned {bytes},
  changed {integer} NOT NULL,
  since {integer} NOT NULL,
  assignee {text} NOT NULL,
  agreed {bytes},
  agreed_by {text} NOT NULL,
  asked {text} NOT NULL
){rows})sql",
     "SELECT i.record, i.idx, i.newest, a.kid, i.hash, i.site, i.region, i.at, i.at_offset, i.files, i.checklist, "
     "i.checklist_version, i.checklist_hash, i.kind, i.points, i.max, i.grade, i.vetoes, i.findings, i.version, "
     "i.status, i.decided, i.round, i.rechecks, i.signers, i.cosigned, i.changed, i.since, i.assignee, i.agreed, "
     "i.agreed_by, i.asked FROM inspections "
     "i LEFT JOIN authors a ON a.id = "
     "i.author ORDER BY "
     "i.record",
     1,
     "CREATE INDEX IF NOT EXISTS inspections_status ON inspections (assessment, status, idx);"
     "CREATE INDEX IF NOT EXISTS inspections_changed ON inspections (changed);"
     "CREATE INDEX IF NOT EXISTS inspections_site ON inspections (site, at);"
     "CREATE INDEX IF NOT EXISTS inspections_at ON inspections (assessment, at, idx)"},
    {"inspection_tallies", R"sql(
CREATE TABLE inspection_tallies (
  assessment {integer} NOT NULL,
  status {integer} NOT NULL,
  region {text} NOT NULL,
  site {text} NOT NULL,
  author {integer} NOT NULL,
  n {integer} NOT NULL,
  PRIMARY KEY (assessment, status, region, site, author)
){keyed})sql",
     // One that came down to nothing is as good as none.
     "SELECT t.assessment, t.status, t.region, t.site, a.kid, t.n FROM inspection_tallies t LEFT JOIN authors a ON "
     "a.id = t.author "
     "WHERE t.n <> 0 ORDER BY t.assessment, t.status, t.region, t.site, a.kid",
     5},
    {"inspection_history", R"sql(
CREATE TABLE inspection_history (
  record {text} NOT NULL,
  idx {integer} NOT NULL,
  PRIMARY KEY (record, idx)
){keyed})sql",
     "SELECT record, idx FROM inspection_history ORDER BY record, idx", 2},
    {"inspection_threads", R"sql(
CREATE TABLE inspection_threads (
  record {text} NOT NULL,
  idx {integer} NOT NULL,
  id {text} NOT NULL,
  item {text} NOT NULL,
  begun {text} NOT NULL,
  last {text} NOT NULL,
  remarks {integer} NOT NULL,
  resolved {integer} NOT NULL,
  PRIMARY KEY (record, idx)
){keyed})sql",
     "SELECT record, idx, id, item, begun, last, remarks, resolved FROM inspection_threads ORDER BY record, idx", 2},
    {"inspection_remarks", R"sql(
CREATE TABLE inspection_remarks (
  record {text} NOT NULL,
  idx {integer} NOT NULL,
  PRIMARY KEY (record, idx)
){keyed})sql",
     "SELECT record, idx FROM inspection_remarks ORDER BY record, idx", 2},
};

}  // namespace

std::span<const Table> InspectionsProjection::tables() const {
    return kTables;
}

// The row holds all that the fold needs to go on from: the lines before are never read again, or each amendment would
// cost the one writer more than the last.
void InspectionsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kHistory = "INSERT INTO inspection_history (record, idx) VALUES (?1, ?2)";
    if (line.payload.type == records::kReviewAssigned) return assign(line);
    if (line.payload.type == records::kRemarkAdded) return remark(line);
    const auto id = records::inspectionOf(line.payload);
    if (id.empty()) return;
    if (!records::isSubmission(line.payload.type)) m_sql.use(kHistory).with(id, line.index).run();
    const auto before = m_rows.find(id);
    auto row = before;
    const auto* summary = line.reading.summary ? &*line.reading.summary : nullptr;
    if (!records::foldInspection(row, line.believed(), summary)) return;
    const auto author = m_writer.authorNumber(row->kid);
    if (before) tally(*before, author, -1);
    tally(*row, author, 1);
    const bool waits = row->status == records::InspectionStatus::submitted;
    put(*row, author, line.index);
    // What waits does so from the line on that made it wait; when that came, the lines know.
    if (waits && !(before && before->status == row->status && before->hash == row->hash)) begin(*row, line);
}

void InspectionsProjection::begin(const records::InspectionRow& row, const LoggedLine& line) {
    static constexpr const char* kSql = "UPDATE inspections SET since = ?2 WHERE idx = ?1";
    m_sql.use(kSql).with(*row.first, line.index).run();
}

// A line that the log took in beside another one may say what is said already, or come after the record was accepted.
void InspectionsProjection::assign(const LoggedLine& line) {
    static constexpr const char* kSql = "UPDATE inspections SET assignee = ?2, changed = ?3 WHERE idx = ?1";
    const auto said = records::readReviewAssignment(line.payload.body);
    const auto row = said ? m_rows.find(said->of) : std::nullopt;
    if (!row || !records::mayAssign(row->status, m_rows.assignee(said->of), *said)) return;
    m_sql.use(kSql).with(*row->first, said->to, line.index).run();
}

// Every remark is kept with its record; what answers nothing that stands here begins no thread and moves none.
void InspectionsProjection::remark(const LoggedLine& line) {
    static constexpr const char* kLine = "INSERT INTO inspection_remarks (record, idx) VALUES (?1, ?2)";
    static constexpr const char* kThread =
        "INSERT INTO inspection_threads (record, idx, id, item, begun, last, remarks, resolved) VALUES (?1, ?2, ?3, "
        "?4, ?5, ?6, ?7, ?8) ON CONFLICT (record, idx) DO UPDATE SET last = excluded.last, remarks = excluded.remarks, "
        "resolved = excluded.resolved";
    static constexpr const char* kRow = "UPDATE inspections SET asked = ?2, changed = ?3 WHERE idx = ?1";
    const auto said = records::readRemark(line.payload.body);
    const auto row = said ? m_rows.find(said->of) : std::nullopt;
    if (!row) return;
    m_sql.use(kLine).with(said->of, line.index).run();
    auto threads = m_threads.of(said->of);
    std::vector<records::Thread> folded;
    for (const auto& one : threads) folded.push_back(one.thread);
    if (!records::foldRemark(folded, line.payload.id, *said)) return;
    if (folded.size() > threads.size()) threads.push_back({line.index, folded.back()});
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const auto& now = folded[i];
        if (threads[i].index != line.index && now == threads[i].thread) continue;
        m_sql.use(kThread)
            .with(said->of, threads[i].index, now.id, now.item, now.begun, now.last, now.remarks, now.resolved)
            .run();
    }
    std::string asked;
    for (const auto& one : folded) {
        if (!one.resolved) asked.append(asked.empty() ? "" : "\n").append(one.last);
    }
    m_sql.use(kRow).with(*row->first, asked, line.index).run();
}

void InspectionsProjection::tally(const records::InspectionRow& row, std::int64_t author, int by) {
    m_tallies[{row.says.isAssessment(), row.status, row.region, row.site, author}] += by;
}

void InspectionsProjection::settle() {
    static constexpr const char* kSql =
        "INSERT INTO inspection_tallies (assessment, status, region, site, author, n) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT (assessment, status, region, site, author) DO UPDATE SET n = inspection_tallies.n + excluded.n";
    for (const auto& [key, by] : m_tallies) {
        const auto& [assessment, status, region, site, author] = key;
        if (by != 0) m_sql.use(kSql).with(assessment, status, region, site, author, by).run();
    }
    m_tallies.clear();
}

void InspectionsProjection::put(const records::InspectionRow& row, std::int64_t author, std::uint64_t changed) {
    static constexpr const char* kSql =
        "INSERT INTO inspections (idx, newest, record, author, hash, site, region, at, at_offset, files, checklist, "
        "checklist_version, checklist_hash, kind, points, max, grade, vetoes, findings, version, status, decided, "
        "assessment, round, rechecks, signers, cosigned, changed, since, assignee, agreed, agreed_by, asked) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, "
        "?23, ?24, ?25, ?26, ?27, ?28, 0, '', ?29, ?30, '') "
        "ON CONFLICT (idx) DO UPDATE SET newest = excluded.newest, hash = excluded.hash, site = excluded.site, region "
        "= excluded.region, at = excluded.at, at_offset = excluded.at_offset, files = excluded.files, checklist = "
        "excluded.checklist, checklist_version = excluded.checklist_version, checklist_hash = excluded.checklist_hash, "
        "kind = excluded.kind, points = excluded.points, max = excluded.max, grade = excluded.grade, vetoes = "
        "excluded.vetoes, findings = excluded.findings, version = excluded.version, status = excluded.status, decided "
        "= excluded.decided, round = excluded.round, rechecks = excluded.rechecks, signers = "
        "excluded.signers, cosigned = excluded.cosigned, changed = excluded.changed, agreed = excluded.agreed, "
        "agreed_by = excluded.agreed_by";
    const auto& says = row.says;
    const auto agreed = row.agreed ? std::optional(row.agreed->line) : std::nullopt;
    const auto agreedBy = row.agreed ? row.agreed->person : std::string();
    m_sql.use(kSql)
        .with(*row.first, *row.newest, row.id, author, row.hash, row.site, row.region,
              row.at.utc.time_since_epoch().count(), row.at.offset.count(), row.files, says.checklist.id,
              says.checklist.version, says.checklist.sha256, says.kind, says.points, says.max, says.grade, says.vetoes,
              says.findings, row.version, row.status, row.decided, says.isAssessment(), says.round, says.order,
              says.signers, row.cosigned, changed, agreed, agreedBy)
        .run();
}

}  // namespace plumb::server
