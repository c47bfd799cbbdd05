// Published sites, inspections, cases and findings as tables for spreadsheets and reporting programs (OData 4.01, read
// only), as far as the caller may read them. A page looks at a bounded number of rows whatever the filter says: it may
// be short, or empty, and its next link goes on. What is counted is counted from tallies; a filter that these do not
// tell is refused. For the thread of one call.
#pragma once

#include "sync-server/query/odata_sets.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct ODataQuestion {
    ODataSet set = ODataSet::sites;
    std::optional<ODataFilter> filter = {};
    ODataOrder order = {};
    std::vector<std::size_t> select = {};  // properties; empty: all
    std::size_t top = 0, skip = 0;
    std::string after = {};  // key of the list, from a next link
};

struct ODataPage {
    json::array value;
    std::string next;             // "": this is the last one
    std::size_t stillToSkip = 0;  // of `skip`, where the page ended before
};
// Malformed "bad_query" for an `after` that no link gave.
Result<ODataPage> listOData(const ODataQuestion& question, const Principal& caller, const QuerySources& sources);
// How many the set has under the filter, whatever page is asked for. Unsupported "not_offered" where no tally tells it.
// Lines of the last moments may be counted before they are listed.
Result<std::uint64_t> countOData(ODataSet set, const std::optional<ODataFilter>& filter, const Principal& caller,
                                 const QuerySources& sources);
// By its key. notFound "not_found", also where the caller may not read it.
Result<json::object> findOData(ODataSet set, std::string_view key, const Principal& caller,
                               const QuerySources& sources);

}  // namespace plumb::server
