// Queries of the projection of publications. For the thread of the reader.
#pragma once

#include "sync-server/store/store.h"

namespace plumb::server {

class Publications {
  public:
    // `reader` outlives this.
    explicit Publications(StoreReader& reader) : m_sql(reader.connection()) {}

    // The lines that published this id, in log order.
    std::vector<Entry> of(std::string_view type, std::string_view id);
    // The lines that published anything of this type, in log order. For types of which there are few.
    std::vector<Entry> all(std::string_view type);

    // How many ids of this type were published by lines of the region or what lies in it.
    std::int64_t count(std::string_view type, std::string_view region);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
