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

// Which tasks; of several the first that is said chooses the index.
struct TaskChoice {
    std::optional<records::TaskState> state = {};  // none: all
    std::string draw = {}, site = {};              // "": any
    bool latestFirst = false;                      // by the day that is due
};

// Of one draw.
struct DrawnTasks {
    std::uint64_t assigned = 0;  // without those that were cancelled
    std::uint64_t done = 0;
};

class TaskRows {
  public:
    // `reader` outlives this.
    explicit TaskRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // By the id of its first assignment.
    std::optional<PlacedTask> find(std::string_view id);
    // In the order of the day that is due, then of the log, or the other way, after `after`, until `take` answers
    // false.
    void each(const TaskChoice& choice, const std::optional<TaskKey>& after,
              const std::function<bool(const PlacedTask&)>& take);
    // Of a site, due between the two days; in the same order. May be asked while each() runs.
    void ofSite(std::string_view site, Day from, Day until, const std::function<bool(const PlacedTask&)>& take);
    DrawnTasks countOf(std::string_view draw);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
