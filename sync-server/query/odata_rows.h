// The entities themselves, made of what projections hold: walked over in an order, found by their key, tallied. Each as
// far as its caller may read it. For the thread of one call.
#pragma once

#include <functional>

#include "sync-server/query/odata_sets.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct ODataWalk {
    ODataSet set = ODataSet::sites;
    ODataOrder order;
    std::string after = {};                // of the entity before, as `key` was told; "": from the first
    std::optional<std::string> site = {};  // of inspections: of this site alone
};
// `visible`: it may be told; only then is it made, and it may turn out that the caller may not read it. False ends.
using TakeEntity =
    std::function<bool(bool visible, const std::string& key, const std::function<std::optional<ODataRow>()>& make)>;
// Malformed "bad_query" for an `after` that no walk told.
Result<void> walkOData(const ODataWalk& walk, const Principal& caller, const QuerySources& sources,
                       const TakeEntity& take);
// So many entities are looked at for one page.
std::size_t mostLookedAt(ODataSet set);

std::optional<ODataRow> entityOf(ODataSet set, std::string_view key, const Principal& caller,
                                 const QuerySources& sources);

// Entities that are alike in what the set is counted by: a row with these properties alone, and how many there are.
void eachTally(ODataSet set, const Principal& caller, const QuerySources& sources,
               const std::function<void(const ODataRow& alike, std::uint64_t count)>& take);

}  // namespace plumb::server
