// Whoever keeps something of the log's lines in memory, and has to know of each at once: the next line of the same
// group may depend on it.
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

class LineObserver {
  public:
    virtual ~LineObserver() = default;

    // A line stands in the log from now on, unless its transaction fails. The writer's thread.
    virtual void appended(const LoggedLine& line) = 0;
    // What the log holds, committed: at start, and after a transaction that failed.
    virtual void reload(StoreReader& reader) = 0;
};

}  // namespace plumb::server
