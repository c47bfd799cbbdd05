// Targets of published programmes, beside what is counted of them in a year and in some regions. For one answer.
#pragma once

#include "shared/base/json.h"
#include "sync-server/query/sources.h"
#include "sync-server/query/statistic_cells.h"

namespace plumb::server {

// [{"programme","title","at_least","actual","shown","of"?, …}] of programmes that have to do with these regions. A rate
// of few checks is not told, nor one by which another programme's few could be worked out: then neither "actual" nor
// "of".
json::array tellTargets(const std::string& year, const std::vector<std::string>& regions, Judge& judge,
                        StatisticRows& rows, const QuerySources& sources);

}  // namespace plumb::server
