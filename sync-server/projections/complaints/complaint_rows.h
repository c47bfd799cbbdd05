// Queries of the projection of complaints. For the thread of the reader.
#pragma once

#include <functional>

#include "shared/records/voice/complaint.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedComplaint {
    records::ComplaintRow row;
    std::uint64_t index = 0;  // of the line by which it came in
};

class ComplaintRows {
  public:
    // `reader` outlives this.
    explicit ComplaintRows(StoreReader& reader) : m_sql(reader.connection()) {}

    std::optional<PlacedComplaint> find(std::string_view id);
    // By the hash of the code that was given to whoever complained.
    std::optional<PlacedComplaint> ofReceipt(const Sha256& receipt);
    // Newest first, from below `before`, until `take` answers false. `state`: only these; none: all.
    void each(std::optional<records::ComplaintState> state, std::uint64_t before,
              const std::function<bool(const PlacedComplaint&)>& take);
    // The person whom the line at this place complains of, or speaks of a complaint about; "": none.
    std::string against(std::uint64_t index);
    // Where the lines about a complaint stand, in log order.
    std::vector<std::uint64_t> linesOf(std::string_view id);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
