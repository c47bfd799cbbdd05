#include "sync-server/projections/feedback/feedback_projection.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {
    {"feedback", R"sql(
CREATE TABLE feedback (
  idx {integer} PRIMARY KEY,
  standard {text} NOT NULL,
  clause {text} NOT NULL
){rows})sql",
     "SELECT idx, standard, clause FROM feedback ORDER BY idx", 1,
     "CREATE INDEX IF NOT EXISTS feedback_clause ON feedback (standard, clause, idx)"},
    {"feedback_said", R"sql(
CREATE TABLE feedback_said (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  kid {text} NOT NULL,
  standard {text} NOT NULL,
  clause {text} NOT NULL,
  class {text} NOT NULL,
  row {text} NOT NULL
){keyed})sql",
     "SELECT id, idx, kid, standard, clause, class, row FROM feedback_said ORDER BY id", 1,
     "CREATE INDEX IF NOT EXISTS feedback_said_kid ON feedback_said (kid, idx);"
     "CREATE INDEX IF NOT EXISTS feedback_said_idx ON feedback_said (idx);"
     "CREATE INDEX IF NOT EXISTS feedback_said_clause ON feedback_said (standard, clause, idx)"},
    {"feedback_counts", R"sql(
CREATE TABLE feedback_counts (
  standard {text} NOT NULL,
  clause {text} NOT NULL,
  region {text} NOT NULL,
  class {text} NOT NULL,
  n {integer} NOT NULL,
  PRIMARY KEY (standard, clause, region, class)
){keyed})sql",
     "SELECT standard, clause, region, class, n FROM feedback_counts ORDER BY standard, "
     "clause, region, class",
     4}};

}  // namespace

std::span<const Table> FeedbackProjection::tables() const {
    return kTables;
}

void FeedbackProjection::apply(const LoggedLine& line) {
    static constexpr const char* kLine = "INSERT INTO feedback (idx, standard, clause) VALUES (?1, ?2, ?3)";
    static constexpr const char* kPut =
        "INSERT INTO feedback_said (id, idx, kid, standard, clause, class, row) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON "
        "CONFLICT (id) DO UPDATE SET class = excluded.class, row = excluded.row";
    const auto id = records::feedbackOf(line.payload);
    if (id.empty()) return;
    auto before = m_rows.find(id);
    std::optional<records::FeedbackRow> row;
    if (before) row = before->row;
    const bool changed = records::foldFeedback(row, line.believed());
    const auto standard = row ? records::standardKey(row->standard) : std::string();
    const auto clause = row ? row->clause : std::string();
    m_sql.use(kLine).with(line.index, standard, clause).run();
    if (!changed) return;
    if (before) count(before->row, -1);
    count(*row, 1);
    const auto text = toText(records::toJson(*row));
    m_sql.use(kPut)
        .with(id, before ? before->index : line.index, row->kid, standard, clause, classOf(*row), text)
        .run();
}

void FeedbackProjection::count(const records::FeedbackRow& row, int by) {
    static constexpr const char* kAdd =
        "INSERT INTO feedback_counts (standard, clause, region, class, n) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT "
        "(standard, clause, region, class) DO UPDATE SET n = feedback_counts.n + excluded.n";
    static constexpr const char* kDrop =
        "DELETE FROM feedback_counts WHERE standard = ?1 AND clause = ?2 AND region = ?3 AND class = ?4 AND n = 0";
    const auto standard = records::standardKey(row.standard);
    m_sql.use(kAdd).with(standard, row.clause, row.region, classOf(row), by).run();
    if (by < 0) m_sql.use(kDrop).with(standard, row.clause, row.region, classOf(row)).run();
}

}  // namespace plumb::server
