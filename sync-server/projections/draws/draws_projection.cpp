#include "sync-server/projections/draws/draws_projection.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"draws", R"sql(
CREATE TABLE draws (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  region {text} NOT NULL,
  author {text} NOT NULL,
  at {text} NOT NULL,
  committed {text} NOT NULL,
  reveal {text} NOT NULL,
  revealed {text}
){keyed})sql",
                              "SELECT id, idx, region, author, at, committed, reveal, revealed FROM draws ORDER BY id",
                              1, "CREATE INDEX IF NOT EXISTS draws_idx ON draws (idx)"}};

}  // namespace

std::span<const Table> DrawsProjection::tables() const {
    return kTables;
}

void DrawsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kCommit =
        "INSERT INTO draws (id, idx, region, author, at, committed, reveal, revealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
        "'', NULL)";
    static constexpr const char* kReveal = "UPDATE draws SET reveal = ?2, revealed = ?3 WHERE id = ?1";
    const auto id = records::drawOf(line.payload);
    if (id.empty()) return;
    auto before = m_rows.find(id);
    std::optional<records::DrawRow> row;
    if (before) row = std::move(before->row);
    if (!records::foldDraw(row, line.believed())) return;
    if (row->revealed) {
        const auto revealed = toText(records::toBody(*row->revealed));
        m_sql.use(kReveal).with(id, row->reveal, revealed).run();
        return;
    }
    const auto at = formatInstant(row->at), body = toText(records::toBody(row->says));
    m_sql.use(kCommit).with(id, line.index, row->region, row->kid, at, body).run();
}

}  // namespace plumb::server
