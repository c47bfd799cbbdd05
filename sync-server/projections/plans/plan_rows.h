// Queries of the projection of annual plans, and of the draws for their batches. For the thread of the reader.
#pragma once

#include <functional>

#include "shared/records/planning/burden.h"
#include "shared/records/planning/region_plan.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedPlan {
    records::PlanRow row;
    std::uint64_t index = 0;  // of its first version
};

// A draw that names a batch.
struct PlannedDraw {
    std::string id;
    std::uint64_t drawn = 0;  // sites; 0 before it is revealed
};

class PlanRows {
  public:
    // `reader` outlives this.
    explicit PlanRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // By the id of its first version.
    std::optional<PlacedPlan> find(std::string_view id);
    // Newest first, from below `before`, until `take` answers false. `state`: only these; none: all.
    void each(std::optional<records::PlanState> state, std::uint64_t before,
              const std::function<bool(const PlacedPlan&)>& take);
    // Of exactly this region, in the order of their first lines.
    std::vector<records::PlanRow> ofRegion(std::string_view region);
    // The plan of each region that holds this one, the widest first (records/planning/region_plan.h), where it has a
    // published version for the year.
    std::vector<records::PlanRow> inForce(std::string_view region, int year);
    std::vector<PlannedDraw> drawsOf(std::string_view plan, std::string_view batch);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
