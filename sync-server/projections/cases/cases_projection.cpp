#include "sync-server/projections/cases/cases_projection.h"

#include <map>

#include "shared/records/rectification/case_json.h"

namespace plumb::server {
namespace {

// After every day that can be written.
constexpr std::int64_t kNoDay = 4'000'000;

constexpr Table kTables[] = {
    {"cases", R"sql(
CREATE TABLE cases (
  idx {integer} PRIMARY KEY,
  state {integer} NOT NULL,
  changed {integer} NOT NULL,
  row {text} NOT NULL
){rows})sql",
     "SELECT idx, state, changed, row FROM cases ORDER BY idx", 1,
     "CREATE INDEX IF NOT EXISTS cases_state ON cases (state, idx);"
     "CREATE INDEX IF NOT EXISTS cases_changed ON cases (changed)"},
    {"findings", R"sql(
CREATE TABLE findings (
  idx {integer} NOT NULL,
  item {text} NOT NULL,
  board {integer} NOT NULL,
  rank {integer} NOT NULL,
  site {text} NOT NULL,
  region {text} NOT NULL,
  author {integer} NOT NULL,
  severity {text} NOT NULL,
  PRIMARY KEY (idx, item)
){keyed})sql",
     "SELECT f.idx, f.item, f.board, f.rank, f.site, f.region, a.kid, f.severity FROM findings f LEFT JOIN authors a "
     "ON "
     "a.id = f.author ORDER BY f.idx, f.item",
     2, "CREATE INDEX IF NOT EXISTS findings_board ON findings (board, rank, idx, item)"},
    {"case_acts", R"sql(
CREATE TABLE case_acts (
  record {text} NOT NULL,
  idx {integer} NOT NULL,
  PRIMARY KEY (record, idx)
){keyed})sql",
     "SELECT record, idx FROM case_acts ORDER BY record, idx", 2},
};

}  // namespace

std::span<const Table> CasesProjection::tables() const {
    return kTables;
}

void CasesProjection::apply(const LoggedLine& line) {
    static constexpr const char* kAct = "INSERT INTO case_acts (record, idx) VALUES (?1, ?2)";
    const auto id = records::caseOf(line.payload);
    if (id.empty()) return;
    if (line.reading.act) m_sql.use(kAct).with(id, line.index).run();
    auto before = m_rows.find(id);
    std::optional<records::CaseRow> row;
    if (before) row = std::move(before->row);
    // Also what is ignored changes the row: it is shown.
    const auto ignored = row ? row->ignored.size() : 0;
    const bool changed = records::foldCase(row, line.believed(), line.reading.forCase());
    if (!changed && (!row || row->ignored.size() == ignored)) return;
    const auto index = before ? before->index : line.index;
    put(*row, index, line.index);
    if (changed) putFindings(*row, index, line.index);
}

void CasesProjection::put(const records::CaseRow& row, std::uint64_t index, std::uint64_t changed) {
    static constexpr const char* kSql =
        "INSERT INTO cases (idx, state, changed, row) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (idx) DO UPDATE "
        "SET state = excluded.state, changed = excluded.changed, row = excluded.row";
    const auto text = toText(records::toJson(row));
    m_sql.use(kSql).with(index, records::stateOf(row), changed, text).run();
}

// What is closed is shown newest first: the later the line that closed it, the lower its rank.
void CasesProjection::putFindings(const records::CaseRow& row, std::uint64_t index, std::uint64_t changed) {
    static constexpr const char* kDrop = "DELETE FROM findings WHERE idx = ?1";
    static constexpr const char* kRank = "SELECT item, rank FROM findings WHERE idx = ?1 AND board = ?2";
    static constexpr const char* kPut =
        "INSERT INTO findings (idx, item, board, rank, site, region, author, severity) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
        "?7, ?8)";
    std::map<std::string, std::int64_t> closed;
    // A submission finds none there: most lines are such.
    if (changed != index) {
        auto was = m_sql.use(kRank);
        was.with(index, records::FindingColumn::closed);
        while (was.step()) closed[was.text(0)] = was.integer(1);
        m_sql.use(kDrop).with(index).run();
    }
    if (row.findings.empty()) return;
    const auto author = m_writer.authorNumber(row.standing.kid);
    for (const auto& finding : row.findings) {
        const auto column = records::columnOf(row, finding);
        std::int64_t rank = finding.due ? std::int64_t{finding.due->time_since_epoch().count()} : kNoDay;
        if (column == records::FindingColumn::closed) {
            const auto was = closed.find(finding.item);
            rank = was != closed.end() ? was->second : -static_cast<std::int64_t>(changed);
        }
        m_sql.use(kPut).with(index, finding.item, column, rank, row.site, row.region, author, finding.severity).run();
    }
}

}  // namespace plumb::server
