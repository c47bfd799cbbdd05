// Visits of a site in a year, by the projections of tasks, checks and inspections: for the list of them and for the
// burden guard. For the thread of the reader.
#pragma once

#include "shared/base/civil_date.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct VisitCounts {
    std::int64_t made = 0, uncounted = 0;  // inspections, re-checks and returned ones too
    std::int64_t open = 0;                 // tasks that count and are due in the year
};

// A check's year is that of its own clock. `without`: the id of a task that is not counted, ""; none.
VisitCounts visitsOf(const std::string& site, int year, std::string_view without, StoreReader& reader);

}  // namespace plumb::server
