// Queries of the projection of panels of experts. For the thread of the reader.
#pragma once

#include <functional>

#include "shared/records/panel/panel.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedPanel {
    records::PanelRow row;
    std::uint64_t index = 0;  // of the line that assigned it
};

class PanelRows {
  public:
    // `reader` outlives this.
    explicit PanelRows(StoreReader& reader) : m_sql(reader.connection()) {}

    std::optional<PlacedPanel> find(std::string_view id);
    // Newest first, from below `before`, until `take` answers false.
    void each(std::uint64_t before, const std::function<bool(const PlacedPanel&)>& take);
    // Whether the panel of the line at this place is over, so that its sheets may be known. False where there is none.
    bool isOver(std::uint64_t index);
    // Where the lines about a panel stand, in log order.
    std::vector<std::uint64_t> linesOf(std::string_view id);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
