#include "shared/record/chain.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace plumb;
using namespace plumb::record;

namespace {
Sha256 h(std::uint8_t n) {
    return Sha256{{n}};
}
std::optional<Sha256> prevOf(std::uint8_t n) {
    return n == 1 ? std::nullopt : std::optional(h(static_cast<std::uint8_t>(n - 1)));
}
}  // namespace

TEST_CASE("a chain counts up, and the same line again is known") {
    ChainView chain;
    CHECK(chain.add(1, std::nullopt, h(1)) == Link::next);
    CHECK(chain.add(2, h(1), h(2)) == Link::next);
    CHECK(chain.add(2, h(1), h(2)) == Link::known);
    CHECK(chain.tip().seq == 2);
    CHECK(chain.missing().empty());
    CHECK(chain.forks().empty());
}

TEST_CASE("a gap is told until it is filled") {
    ChainView chain;
    chain.add(1, std::nullopt, h(1));
    CHECK(chain.add(4, h(3), h(4)) == Link::gap);
    CHECK(chain.missing() == std::vector<std::uint64_t>{2, 3});
    CHECK(chain.add(3, h(2), h(3)) == Link::fills);
    CHECK(chain.add(2, h(1), h(2)) == Link::fills);
    CHECK(chain.missing().empty());
}

TEST_CASE("one number with two lines is a fork, and both are kept") {
    ChainView chain;
    chain.add(1, std::nullopt, h(1));
    chain.add(2, h(1), h(2));
    CHECK(chain.add(2, h(1), h(20)) == Link::fork);
    CHECK(chain.forks() == std::vector<std::uint64_t>{2});
    CHECK(chain.add(3, h(20), h(3)) == Link::next);  // goes on from one of the two
}

TEST_CASE("a line that names another predecessor is a fork") {
    ChainView chain;
    chain.add(1, std::nullopt, h(1));
    CHECK(chain.add(2, h(99), h(2)) == Link::fork);
    CHECK(chain.forks() == std::vector<std::uint64_t>{2});
}

TEST_CASE("any order of arrival ends in the same chain") {
    std::vector<std::uint8_t> order;
    for (std::uint8_t i = 1; i <= 50; ++i) order.push_back(i);
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        ChainView chain;
        for (const auto n : order) CHECK(chain.add(n, prevOf(n), h(n)) != Link::fork);
        CHECK(chain.missing().empty());
        CHECK(chain.forks().empty());
        CHECK(chain.tip().seq == 50);
    }
}
