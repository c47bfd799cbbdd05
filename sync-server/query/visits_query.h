// How often sites were checked in a year, and how many open tasks of that year there are, against the yearly cap that a
// plan publishes (国办发〔2024〕54号). Counted is what this log holds: visits of other offices are not in it, and
// whoever proposes a check states those. What an approved check says does not count (a special check that was ordered
// from above: the Ministry of Justice's answers) is told apart.
#pragma once

#include "sync-server/query/sources.h"

namespace plumb::server {

struct VisitsQuestion {
    std::vector<std::string> sites;
    int year = 0;
};

// {"items":[{"site","made","uncounted","open"}]}, of the sites whose tasks the caller may read; `made` without those
// that do not count, `open` tasks likewise. A check's year is that of its own clock.
json::object countVisits(const VisitsQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
