// Queries of the projection of checklists. For the thread of the reader.
#pragma once

#include "sync-server/store/store.h"

namespace plumb::server {

struct ChecklistRow {
    std::string id, version;
    Sha256 sha256;
    std::string titleJson;
    std::uint64_t index = 0;     // of the line that published it
    std::string withdrawn = {};  // why nothing begins on it any more; "": it stands
};

class ChecklistRows {
  public:
    // `reader` outlives this.
    explicit ChecklistRows(StoreReader& reader) : m_sql(reader.connection()) {}

    std::optional<ChecklistRow> byHash(const Sha256& sha256);
    std::optional<ChecklistRow> find(std::string_view id, std::string_view version);
    // In the log's order.
    std::vector<ChecklistRow> all();

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
