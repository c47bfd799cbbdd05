#include "sync-server/projections/disposals/disposals_projection.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"disposals", R"sql(
CREATE TABLE disposals (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  row {text} NOT NULL
){keyed})sql",
                              "SELECT id, idx, row FROM disposals ORDER BY id", 1,
                              "CREATE INDEX IF NOT EXISTS disposals_idx ON disposals (idx)"},
                             {"proposed_cases", R"sql(
CREATE TABLE proposed_cases (
  record {text} NOT NULL,
  disposal {text} NOT NULL,
  waits {integer} NOT NULL,
  PRIMARY KEY (record, disposal)
){keyed})sql",
                              "SELECT record, disposal, waits FROM proposed_cases ORDER BY record, disposal", 2},
                             {"disposed_cases", R"sql(
CREATE TABLE disposed_cases (
  record {text} PRIMARY KEY,
  disposal {text} NOT NULL,
  idx {integer} NOT NULL,
  kid {text} NOT NULL,
  day {integer} NOT NULL
){keyed})sql",
                              "SELECT record, disposal, idx, kid, day FROM disposed_cases ORDER BY record", 1,
                              "CREATE INDEX IF NOT EXISTS disposed_cases_idx ON disposed_cases (idx)"}};

}  // namespace

std::span<const Table> DisposalsProjection::tables() const {
    return kTables;
}

void DisposalsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO disposals (id, idx, row) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET row = excluded.row";
    const auto id = records::disposalOf(line.payload);
    if (id.empty()) return;
    auto before = m_rows.find(id);
    std::optional<records::DisposalRow> row;
    if (before) row = std::move(before->row);
    if (!records::foldDisposal(row, line.believed())) return;
    const auto text = toText(records::toJson(*row));
    m_sql.use(kPut).with(row->id, before ? before->index : line.index, text).run();
    putCases(*row, line);
}

void DisposalsProjection::putCases(const records::DisposalRow& row, const LoggedLine& line) {
    static constexpr const char* kWaits =
        "INSERT INTO proposed_cases (record, disposal, waits) VALUES (?1, ?2, ?3) ON CONFLICT (record, disposal) DO "
        "UPDATE SET waits = excluded.waits";
    // A case that stands on two lists that were approved was disposed of by the first.
    static constexpr const char* kDisposed =
        "INSERT INTO disposed_cases (record, disposal, idx, kid, day) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (record) "
        "DO NOTHING";
    const auto state = records::stateOf(row);
    for (const auto& one : row.says.cases) {
        m_sql.use(kWaits).with(one.of, row.id, state == records::DisposalState::proposed ? 1 : 0).run();
        if (state != records::DisposalState::approved) continue;
        const auto day = dayOf(row.decided->at).time_since_epoch().count();
        m_sql.use(kDisposed).with(one.of, row.id, line.index, row.decided->kid, day).run();
    }
}

}  // namespace plumb::server
