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
    sites.setFilter("蔬菜 620321");
    CHECK(sites.rows()->count() == 1);
    sites.setFilter("蔬菜 马铃薯");
    CHECK(sites.rows()->count() == 0);
    sites.setFilter("");
    CHECK(sites.rows()->count() == 1);
}
