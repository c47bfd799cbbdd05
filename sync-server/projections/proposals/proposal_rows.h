// Queries of the projection of proposals about sites. For the thread of the reader.
#pragma once

#include "shared/records/reference/proposal.h"
#include "sync-server/store/store.h"

namespace plumb::server {

class ProposalRows {
  public:
    // `reader` outlives this.
    explicit ProposalRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // As far as an answer is judged by it: id, site, region, author, state and answer.
    std::optional<records::ProposalRow> find(std::string_view id);

    struct Site {
        std::string site, region;
    };
    // Sites about which something was proposed, with the region that the proposal's line states; by id.
    std::vector<Site> sites();
    // Places of the proposals about a site and of what answered them.
    std::vector<std::uint64_t> linesOf(std::string_view site);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
