#include "tools/faultproxy/fault_plan.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::fault;

namespace {

// Where faults come in so many bytes that pass in pieces of `piece`.
std::vector<std::uint64_t> places(const std::string& script, std::uint64_t seed, std::uint64_t bytes,
                                  std::size_t piece) {
    FaultPlan plan(parseScript(script).value(), seed);
    FaultPlan::Passage passage;
    std::vector<std::uint64_t> out;
    for (std::uint64_t at = 0; at < bytes;) {
        auto left = std::min<std::uint64_t>(piece, bytes - at);
        while (left > 0) {
            const auto step = plan.pass(Way::up, passage, static_cast<std::size_t>(left));
            REQUIRE(step.bytes > 0);
            REQUIRE(step.bytes <= left);
            at += step.bytes;
            left -= step.bytes;
            if (step.fault) out.push_back(at);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("faults come at the same bytes, however these are cut into pieces") {
    for (const auto* script : {"every 1000 cut", "up about 700 corrupt; every 900 cut", "after 300 close"}) {
        const auto whole = places(script, 5, 10'000, 10'000);
        CHECK_FALSE(whole.empty());
        for (const std::size_t piece : {1, 7, 256, 1000}) CHECK(places(script, 5, 10'000, piece) == whole);
    }
    CHECK(places("every 1000 cut", 5, 3500, 256) == std::vector<std::uint64_t>{1000, 2000, 3000});
    CHECK(places("after 300 close", 5, 3500, 256) == std::vector<std::uint64_t>{300});
}

TEST_CASE("the seed draws the distances") {
    const auto one = places("about 1000 cut", 1, 100'000, 500);
    CHECK(one == places("about 1000 cut", 1, 100'000, 500));
    CHECK(one != places("about 1000 cut", 2, 100'000, 500));
    CHECK(one.size() > 80);
    CHECK(one.size() < 120);
    for (std::size_t i = 1; i < one.size(); ++i) {
        CHECK(one[i] - one[i - 1] >= 500);
        CHECK(one[i] - one[i - 1] <= 1500);
    }
}

TEST_CASE("a fault of one direction does not count the other") {
    FaultPlan plan(parseScript("down every 100 cut; every 150 corrupt").value(), 1);
    FaultPlan::Passage passage;
    CHECK_FALSE(plan.pass(Way::up, passage, 99).fault);
    const auto both = plan.pass(Way::up, passage, 99);
    CHECK(both.bytes == 51);
    CHECK(both.fault->kind == Fault::Kind::corrupt);
    CHECK(plan.pass(Way::down, passage, 200).bytes == 100);
    CHECK(plan.faults() == 2);
}

TEST_CASE("two faults at one byte come one after the other") {
    CHECK(places("every 100 cut; every 100 corrupt", 1, 202, 50) == std::vector<std::uint64_t>{100, 101, 200, 201});
}

TEST_CASE("what happens once in a connection happens in each") {
    FaultPlan plan(parseScript("after 10 cut").value(), 1);
    for (int connection = 0; connection < 3; ++connection) {
        FaultPlan::Passage passage;
        CHECK(plan.pass(Way::up, passage, 50).bytes == 10);
        CHECK_FALSE(plan.pass(Way::down, passage, 50).fault);
    }
}

TEST_CASE("after as many faults as the script allows there is none") {
    CHECK(places("every 100 cut; faults 2", 1, 10'000, 64).size() == 2);
    CHECK(places("every 100 cut; faults 0", 1, 10'000, 64).empty());
}
