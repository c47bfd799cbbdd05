#include "sync-server/projections/proposals/proposals_projection.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"proposals", R"sql(
CREATE TABLE proposals (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  site {text} NOT NULL,
  region {text} NOT NULL,
  author {text} NOT NULL,
  state {integer} NOT NULL,
  answer {text} NOT NULL,
  answered {integer}
){keyed})sql",
                              "SELECT id, idx, site, region, author, state, answer, answered FROM proposals ORDER BY "
                              "id",
                              1, "CREATE INDEX IF NOT EXISTS proposals_site ON proposals (site)"}};

}  // namespace

std::span<const Table> ProposalsProjection::tables() const {
    return kTables;
}

void ProposalsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kPut =
        "INSERT INTO proposals (id, idx, site, region, author, state, answer, answered) VALUES (?1, ?2, ?3, ?4, ?5, "
        "?6, '', NULL)";
    static constexpr const char* kAnswer = "UPDATE proposals SET state = ?2, answer = ?3, answered = ?4 WHERE id = ?1";
    const auto id = records::proposalOf(line.payload);
    if (id.empty()) return;
    auto row = m_rows.find(id);
    if (!records::foldProposal(row, line.believed())) return;
    const auto state = static_cast<std::uint64_t>(row->state);
    if (line.payload.type == records::kSiteProposed)
        m_sql.use(kPut).with(row->id, line.index, row->site, row->region, row->kid, state).run();
    else
        m_sql.use(kAnswer).with(row->id, state, row->answer, line.index).run();
}

}  // namespace plumb::server
