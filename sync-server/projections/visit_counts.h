// Visits of a site in a year, as statistics count them, and its open tasks: for the list of them and for the burden
// guard. For the thread of the reader.
#pragma once

#include <map>

#include "shared/base/civil_date.h"
#include "shared/records/planning/visits.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct VisitCounts {
    std::map<std::string, std::int64_t> kinds;  // how many were made, by records::visitOf()
    std::int64_t open = 0;                      // tasks that count and are due in the year

    // Those that count by the rule, or those that do not.
    [[nodiscard]] std::int64_t made(const records::VisitRule& rule) const;
    [[nodiscard]] std::int64_t uncounted(const records::VisitRule& rule) const;
    void add(const VisitCounts& other);
};

// A check's year is that of its day in its own zone. `without`: the id of a task that is not counted, ""; none.
VisitCounts visitsOf(const std::string& site, int year, std::string_view without, StoreReader& reader);

}  // namespace plumb::server
