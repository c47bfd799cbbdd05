// Queries of the projection of rounds. For the thread of the reader.
#pragma once

#include "shared/records/reference/round.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PublishedRound {
    records::Round round;
    std::string region;  // of its line
    std::uint64_t index = 0;
};

class RoundRows {
  public:
    // `reader` outlives this.
    explicit RoundRows(StoreReader& reader) : m_sql(reader.connection()) {}

    std::optional<PublishedRound> find(std::string_view id);
    // Newest publication first.
    std::vector<PublishedRound> all();

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
