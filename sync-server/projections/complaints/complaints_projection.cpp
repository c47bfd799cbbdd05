#include "sync-server/projections/complaints/complaints_projection.h"

#include "shared/records/voice/complaint_json.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"complaints", R"sql(
CREATE TABLE complaints (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  state {integer} NOT NULL,
  receipt {text} NOT NULL,
  row {text} NOT NULL
){keyed})sql",
                              "SELECT id, idx, state, receipt, row FROM complaints ORDER BY id", 1,
                              "CREATE INDEX IF NOT EXISTS complaints_idx ON complaints (idx);"
                              "CREATE INDEX IF NOT EXISTS complaints_state ON complaints (state, idx);"
                              "CREATE INDEX IF NOT EXISTS complaints_receipt ON complaints (receipt)"},
                             {"complaint_lines", R"sql(
CREATE TABLE complaint_lines (
  idx {integer} PRIMARY KEY,
  complaint {text} NOT NULL,
  against {text} NOT NULL
){rows})sql",
                              "SELECT idx, complaint, against FROM complaint_lines ORDER BY idx", 1,
                              "CREATE INDEX IF NOT EXISTS complaint_lines_of ON complaint_lines (complaint, idx)"}};

}  // namespace

std::span<const Table> ComplaintsProjection::tables() const {
    return kTables;
}

void ComplaintsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO complaints (id, idx, state, receipt, row) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE "
        "SET state = excluded.state, row = excluded.row";
    static constexpr const char* kLine = "INSERT INTO complaint_lines (idx, complaint, against) VALUES (?1, ?2, ?3)";
    const auto id = records::complaintOf(line.payload);
    if (id.empty()) return;
    auto before = m_rows.find(id);
    std::optional<records::ComplaintRow> row;
    if (before) row = std::move(before->row);
    const bool changed = records::foldComplaint(row, line.believed());
    const auto against = row ? row->says.person : std::string();
    m_sql.use(kLine).with(line.index, id, against).run();
    if (!changed) return;
    const auto text = toText(records::toJson(*row));
    const auto receipt = row->says.receipt ? row->says.receipt->hex() : std::string();
    m_sql.use(kPut).with(row->id, before ? before->index : line.index, records::stateOf(*row), receipt, text).run();
}

}  // namespace plumb::server
