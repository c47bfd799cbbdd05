#include <catch2/catch.hpp>

#include "mobile/models/check_model.h"
#include "mobile/models/lists_models.h"
#include "mobile/models/reference_models.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

TEST_CASE("sites are found by any words of what is known about them") {
    Bench bench;
    bench.unlock();
    SitesModel sites(bench.backend(), nullptr);
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

TEST_CASE("a draft that was begun stands in Today with what it lacks, until it is discarded") {
    Bench bench;
    bench.unlock();
    TodayModel today(bench.backend(), nullptr);
    CheckModel check(bench.backend(), nullptr);
    check.begin("yongchang", "6a");
    waitFor([&] { return today.drafts()->count() == 1; });
    CHECK(today.attention()->count() == 0);
    check.discard(check.draft());
    waitFor([&] { return today.drafts()->count() == 0; });
    CHECK_FALSE(check.isOpen());
}

TEST_CASE("starting by a checklist or at a site that is not here is told, and no draft is made") {
    Bench bench;
    bench.unlock();
    TodayModel today(bench.backend(), nullptr);
    CheckModel check(bench.backend(), nullptr);
    check.begin("yongchang", "no-such-list");
    waitFor([&] { return !check.problem().isEmpty(); });
    check.begin("nowhere", "6a");
    waitFor([&] { return !check.busy(); });
    CHECK_FALSE(check.isOpen());
    CHECK(today.drafts()->count() == 0);
}
