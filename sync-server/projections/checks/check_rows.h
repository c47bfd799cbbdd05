// Queries of the projection of proposed checks. For the thread of the reader.
#pragma once

#include <functional>

#include "shared/records/planning/check.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedCheck {
    records::CheckRow row;
    std::uint64_t index = 0;  // of the proposal
};

class CheckRows {
  public:
    // `reader` outlives this.
    explicit CheckRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // By the id of its proposal.
    std::optional<PlacedCheck> find(std::string_view id);
    // Newest first, from below `before`, until `take` answers false. `state`: only these; none: all.
    void each(std::optional<records::CheckState> state, std::uint64_t before,
              const std::function<bool(const PlacedCheck&)>& take);

    // Of one site, planned from `first` to `last`, both within, by their days.
    std::vector<records::CheckRow> ofSite(std::string_view site, Day first, Day last);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
