// The grid gives what comparing each point with every cluster gives.
#include "mobile/map/clusters.h"

#include <catch2/catch.hpp>
#include <numeric>
#include <random>

using namespace plumb::mobile;

namespace {

std::vector<Cluster> slow(const std::vector<QPointF>& points, double reach) {
    std::vector<Cluster> out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        bool joined = false;
        for (auto& cluster : out) {
            const QPointF away = cluster.at - points[i];
            if (QPointF::dotProduct(away, away) >= reach * reach) continue;
            ++cluster.count;
            joined = true;
            break;
        }
        if (!joined) out.push_back({points[i], static_cast<int>(i), 1});
    }
    return out;
}

}  // namespace

TEST_CASE("clusters are those of the slow way, whatever the points") {
    std::mt19937 random(17);
    for (int round = 0; round < 40; ++round) {
        std::uniform_real_distribution<double> at(0.7, 0.7 + 0.001 * (round + 1));
        std::vector<QPointF> points;
        for (int i = 0; i < 300; ++i) {
            points.emplace_back(at(random), at(random) - 0.35);
            if (i % 7 == 0) points.push_back(points.front());  // on one another
        }
        const double reach = 0.0007 * (1 + round % 5);
        const auto fast = clustered(points, reach), known = slow(points, reach);
        REQUIRE(fast.size() == known.size());
        for (std::size_t i = 0; i < fast.size(); ++i) {
            CHECK(fast[i].first == known[i].first);
            CHECK(fast[i].count == known[i].count);
        }
        const int sum =
            std::accumulate(fast.begin(), fast.end(), 0, [](int n, const Cluster& one) { return n + one.count; });
        CHECK(sum == static_cast<int>(points.size()));
    }
    CHECK(clustered({}, 1).empty());
}

TEST_CASE("what comes first keeps its place") {
    const auto out = clustered({{0.5, 0.5}, {0.5001, 0.5}, {0.6, 0.5}}, 0.01);
    REQUIRE(out.size() == 2);
    CHECK(out[0].at == QPointF(0.5, 0.5));
    CHECK(out[0].count == 2);
    CHECK(out[1].first == 2);
}
