// Queries of the projection of referrals: what followed failed items under their kinds of supervision. For the thread
// of the reader.
#pragma once

#include <functional>

#include "shared/records/rectification/referral.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedReferral {
    records::ReferralRow row;
    std::uint64_t index = 0;  // of the line that made it
};

// How many papers of a kind stand so, by the year of the paper, in one place.
struct ReferralTally {
    domain::Supervision kind = domain::Supervision::improvement;
    records::ReferralState state = records::ReferralState::referred;
    std::string year, region, site;
    std::uint64_t count = 0, items = 0;  // papers, and the items that they name
};

class ReferralRows {
  public:
    // `reader` outlives this.
    explicit ReferralRows(StoreReader& reader) : m_sql(reader.connection()) {}

    std::optional<PlacedReferral> find(std::string_view id);
    // Newest first, from below `before`, until `take` answers false.
    void each(std::uint64_t before, const std::function<bool(const PlacedReferral&)>& take);
    // Those of an inspection, in the order in which they were made.
    std::vector<records::ReferralRow> of(std::string_view inspection);
    // Where the lines about an inspection's referrals stand, in log order.
    std::vector<std::uint64_t> linesOf(std::string_view inspection);
    std::vector<ReferralTally> tallies();

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
