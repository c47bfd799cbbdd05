#include "tools/fleet/office.h"

#include <catch2/catch.hpp>

#include <set>

using namespace plumb;
using namespace plumb::fleet;

TEST_CASE("sites of a fleet have names of their own and lie in the counties in turn") {
    const auto sites = fleetSites(100, 3);
    std::set<std::string> ids, regions;
    for (const auto& site : sites) {
        ids.insert(site.id);
        regions.insert(site.region);
    }
    CHECK(ids.size() == 100);
    CHECK(regions.size() == 3);
    const auto counties = countiesOf(3);
    for (std::size_t i = 0; i < sites.size(); ++i) CHECK(sites[i].region == counties[i % 3]);
}

TEST_CASE("there is at least one county, and no more than are known") {
    CHECK(countiesOf(0).size() == 1);
    CHECK(countiesOf(1000).size() == 8);
}
