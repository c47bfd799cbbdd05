// The entity sets that other programs read (OData 4.01): what an entity has, in which orders a set comes, by what it is
// counted. Pure; any thread.
#pragma once

#include "sync-server/query/odata_filter.h"

namespace plumb::server {

// Published sites; inspections (no self-assessments); the cases that inspections open; findings.
enum class ODataSet { sites, inspections, cases, findings };
inline constexpr ODataSet kODataSets[] = {ODataSet::sites, ODataSet::inspections, ODataSet::cases, ODataSet::findings};

// "Sites", and "Site" for one of them.
std::string_view setName(ODataSet set);
std::string_view entityName(ODataSet set);
std::optional<ODataSet> setNamed(std::string_view name);
// The first is the key.
std::span<const ODataProperty> propertiesOf(ODataSet set);

// A property that an index orders, either way; what is alike comes in the order of the key of the list.
struct ODataOrder {
    std::size_t property = 0;
    bool descending = false;
};
// Properties that may be ordered by; the first is the order that holds where none is asked for.
std::span<const std::size_t> orderedBy(ODataSet set);
// Properties by which a set is tallied: what speaks of these alone can be counted.
std::span<const std::size_t> countedBy(ODataSet set);
// "Region, Site", for a sentence.
std::string namesOf(ODataSet set, std::span<const std::size_t> properties);

// The CSDL of all of it (OData CSDL XML 4.01).
std::string odataMetadata();

}  // namespace plumb::server
