// Queries of the projection of tasks. For the thread of the reader.
#pragma once

#include <functional>

#include "shared/records/planning/task.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedTask {
    records::TaskRow row;
    std::uint64_t index = 0;  // of the first assignment
};

// A place in the order by due day, to go on from.
struct TaskKey {
    std::int64_t due = 0;  // days since 1970
    std::uint64_t index = 0;
};

class TaskRows {
  public:
    // `reader` outlives this.
    explicit TaskRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // By the id of its first assignment.
    std::optional<PlacedTask> find(std::string_view id);
    // In the order of the day that is due, then of the log, after `after`, until `take` answers false. `state`: only
    // these; none: all.
    void each(std::optional<records::TaskState> state, const std::optional<TaskKey>& after,
              const std::function<bool(const PlacedTask&)>& take);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
