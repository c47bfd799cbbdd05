#include <catch2/catch.hpp>

#include "mobile/sites/sites_model.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

TEST_CASE("sites are found by any words of what is known about them") {
    Bench bench;
    bench.unlock();
    SitesModel sites(bench.store(), nullptr);
    sites.refresh();
    waitFor([&] { return sites.total() == 1; });
    CHECK(sites.rows()->count() == 1);
    sites.setFilter("蔬菜 马铃薯");
    waitFor([&] { return sites.rows()->count() == 0; });
    CHECK(sites.total() == 1);
    sites.setFilter("蔬菜 620321");
    waitFor([&] { return sites.rows()->count() == 1; });
    sites.setFilter("没有");
    sites.setFilter("");  // at once: only the last answer counts
    waitFor([&] { return sites.rows()->count() == 1; });
}

TEST_CASE("many sites come page by page, and a name is told also of one that was not read") {
    Bench bench;
    bench.unlock();
    bench.publishSites(250);
    SitesModel sites(bench.store(), nullptr);
    sites.refresh();
    waitFor([&] { return sites.total() == 251; });
    CHECK(sites.rows()->count() == 100);
    CHECK(sites.nameOf("many-249").isEmpty());
    waitFor([&] { return sites.nameOf("many-249") == "示范区 249"; });
    CHECK(sites.nameOf("many-250").isEmpty());
    REQUIRE(bench.ask([](LocalStore&) -> Result<bool> { return true; }));  // the question before was answered
    bench.publishSites(1, 250);
    sites.refresh();
    waitFor([&] { return sites.nameOf("many-250") == "示范区 250"; });
    waitFor([&] { return sites.total() == 252; });
    sites.readOn();
    sites.readOn();  // twice at once is once
    waitFor([&] { return sites.rows()->count() == 200; });
    sites.readOn();
    waitFor([&] { return sites.rows()->count() == 252; });
    sites.readOn();
    sites.refresh();  // what was read stays read
    waitFor([&] { return sites.rows()->count() == 252; });
    sites.setFilter("示范区 249");
    waitFor([&] { return sites.rows()->count() == 1; });
}
