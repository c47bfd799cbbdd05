#include "sync-server/projections/proposals/proposal_rows.h"

namespace plumb::server {

std::optional<records::ProposalRow> ProposalRows::find(std::string_view id) {
    static constexpr const char* kSql =
        "SELECT id, site, region, author, state, answer, idx FROM proposals WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    records::ProposalRow out;
    out.id = row.text(0);
    out.site = row.text(1);
    out.region = row.text(2);
    out.kid = row.text(3);
    out.state = static_cast<records::ProposalState>(row.count(4));
    out.answer = row.text(5);
    out.place = row.count(6);
    return out;
}

std::vector<ProposalRows::Site> ProposalRows::sites() {
    static constexpr const char* kSql = "SELECT DISTINCT site, region FROM proposals ORDER BY site, region";
    auto row = m_sql.use(kSql);
    std::vector<Site> out;
    while (row.step()) out.push_back({row.text(0), row.text(1)});
    return out;
}

std::vector<std::uint64_t> ProposalRows::linesOf(std::string_view site) {
    static constexpr const char* kSql = "SELECT idx, answered FROM proposals WHERE site = ?1";
    auto row = m_sql.use(kSql);
    row.with(site);
    std::vector<std::uint64_t> out;
    while (row.step()) {
        out.push_back(row.count(0));
        if (!row.isNull(1)) out.push_back(row.count(1));
    }
    return out;
}

}  // namespace plumb::server
