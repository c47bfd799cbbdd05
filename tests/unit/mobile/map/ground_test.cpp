// What lies under the sites while it is painted anew.
#include "mobile/map/ground.h"

#include <catch2/catch.hpp>

#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;
using test::waitFor;

namespace {

std::shared_ptr<GroundPlan> planOf(const QColor& outside) {
    auto plan = std::make_shared<GroundPlan>();
    plan->look.outside = outside;
    return plan;
}

}  // namespace

TEST_CASE("a square of the look before is not shown, one of the plan before that looks alike is until it is painted") {
    Ground ground;
    const TileKey key{3, 2, 1};
    ground.setPlan(planOf(Qt::white));
    CHECK(ground.tile(key).isNull());
    waitFor([&] { return !ground.known(key).isNull(); });
    CHECK(ground.known(key).pixelColor(0, 0) == QColor(Qt::white));
    CHECK(ground.bytes() > 0);

    ground.setPlan(planOf(Qt::white));
    CHECK_FALSE(ground.tile(key).isNull());

    ground.setPlan(planOf(Qt::black));
    CHECK(ground.known(key).isNull());
    CHECK(ground.bytes() == 0);
    CHECK(ground.tile(key).isNull());
    waitFor([&] { return !ground.known(key).isNull(); });
    CHECK(ground.known(key).pixelColor(0, 0) == QColor(Qt::black));
}
