// Queries of the projection of draws. For the thread of the reader.
#pragma once

#include <functional>

#include "shared/records/planning/draw_lines.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedDraw {
    records::DrawRow row;
    std::uint64_t index = 0;  // of the commitment
};

class DrawRows {
  public:
    // `reader` outlives this.
    explicit DrawRows(StoreReader& reader) : m_reader(reader), m_sql(reader.connection()) {}

    // By the id of its commitment.
    std::optional<PlacedDraw> find(std::string_view id);
    // Newest first, from below `before`, until `take` answers false.
    void each(std::uint64_t before, const std::function<bool(const PlacedDraw&)>& take);

    // The size of the tree that decides the draw: just after the first line behind the commitment that is by another
    // person than who committed. None: no such line yet. `personOf`: "" for a key that is nobody's.
    using PersonOf = std::function<std::string(const std::string& kid)>;
    std::optional<std::uint64_t> decidingSize(const PlacedDraw& draw, const PersonOf& personOf);

  private:
    StoreReader& m_reader;
    sql::Connection& m_sql;
};

}  // namespace plumb::server
