// Queries of the projection of sites. For the thread of the reader.
#pragma once

#include "sync-server/store/store.h"

namespace plumb::server {

class SiteRows {
  public:
    // `reader` outlives this.
    explicit SiteRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // "" for one that is not published.
    std::string name(std::string_view site);
    // "" for one that is not published, or of no programme.
    std::string programme(std::string_view site);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
