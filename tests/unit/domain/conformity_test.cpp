#include "shared/domain/conformity.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::domain;

TEST_CASE("20 drawn, 1 excluded, 4 + 8 conform, 7 do not: 63.2 %") {
    const auto rate = conformityRate({20, 1, 4, 8, 7}).value();
    CHECK(rate.conforming == 12);
    CHECK(rate.checked == 19);
    CHECK(rate.percent() == "63.2");
    CHECK(rate.percent(3) == "63.158");
    CHECK(rate.percent(0) == "63");
}

TEST_CASE("a rate is rounded once, half up") {
    CHECK(conformityRate({8, 0, 1, 0, 7})->percent(2) == "12.50");
    CHECK(conformityRate({8, 0, 1, 0, 7})->percent(0) == "13");
    CHECK(conformityRate({2000, 0, 1, 0, 1999})->percent(1) == "0.1");  // 0.05
    CHECK(conformityRate({2001, 0, 1, 0, 2000})->percent(1) == "0.0");
    CHECK(conformityRate({3, 0, 2, 1, 0})->percent() == "100.0");
    CHECK(conformityRate({3, 0, 0, 0, 3})->percent() == "0.0");
    CHECK(conformityRate({1'000'000'000, 0, 999'999'999, 0, 1})->percent(6) == "100.000000");
}

TEST_CASE("counts that do not add up are refused") {
    for (const CampaignCount& count :
         {CampaignCount{20, 0, 4, 8, 7}, CampaignCount{20, 1, 4, 8, 8}, CampaignCount{1, 1, 0, 0, 0},
          CampaignCount{0, 0, 0, 0, 0}, CampaignCount{0, -1, 1, 0, 0},
          CampaignCount{2'000'000'000, 0, 2'000'000'000, 0, 0}}) {
        const auto rate = conformityRate(count);
        REQUIRE_FALSE(rate);
        CHECK(rate.error().code == "bad_count");
    }
}
