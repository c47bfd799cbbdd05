// Queries of the projection of published results. For the thread of the reader.
#pragma once

#include "shared/records/publication/published.h"
#include "sync-server/store/store.h"

namespace plumb::server {

class PublishedRows {
  public:
    // `reader` outlives this.
    explicit PublishedRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // By the inspection's id; none: its result was never published.
    std::optional<records::PublicationRow> find(std::string_view inspection);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
