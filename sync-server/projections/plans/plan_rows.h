// Queries of the projection of annual plans, and of what was drawn and done for their batches. For the thread of the
// reader.
#pragma once

#include <functional>

#include "shared/records/planning/plan.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedPlan {
    records::PlanRow row;
    std::uint64_t index = 0;  // of its first version
};

// Of the draws that name a batch.
struct BatchProgress {
    std::uint64_t draws = 0;  // committed
    std::uint64_t drawn = 0;  // sites, by those that were revealed
    std::uint64_t tasks = 0;  // assigned from them, without those that were cancelled
    std::uint64_t done = 0;   // of the tasks
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
    BatchProgress progress(std::string_view plan, std::string_view batch);
    // A task that was assigned from such a draw.
    std::optional<records::TaskRow> task(std::string_view id);
    // Whether a draw is of any plan's batch.
    bool isPlanned(std::string_view draw);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
