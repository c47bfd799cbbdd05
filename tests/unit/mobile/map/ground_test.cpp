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

// A county around the middle of square 8/128/128, `half` pixels of it to each side, its name `down` pixels below the
// middle.
Outline countyOf(const QString& name, double half, double down) {
    const double world = kTilePixels * 256;
    const QPointF middle((128.5 * kTilePixels) / world, (128.5 * kTilePixels + down) / world);
    Outline county;
    county.name = name;
    county.label = middle;
    county.bounds = QRectF(middle.x() - half / world, middle.y() - half / world, 2 * half / world, 2 * half / world);
    county.rings = {QPolygonF(county.bounds)};
    return county;
}

// Dark pixels of names alone, in each of the square's rows: land, lines and ground are white.
std::vector<int> rowsOf(std::vector<Outline> counties, TileKey key = {8, 128, 128}) {
    GroundPlan plan;
    plan.look = {
        .outside = Qt::white, .land = Qt::white, .line = Qt::white, .name = Qt::black, .family = "Noto Sans CJK SC"};
    plan.outlines = std::move(counties);
    std::optional<Error> problem;
    const QImage tile = paintTile(plan, key, problem);
    std::vector<int> rows(static_cast<std::size_t>(tile.height()));
    for (int y = 0; y < tile.height(); ++y)
        for (int x = 0; x < tile.width(); ++x)
            rows[static_cast<std::size_t>(y)] += qGray(tile.pixel(x, y)) < 128 ? 1 : 0;
    return rows;
}

}  // namespace

TEST_CASE("of two names that would lie on one another the larger county's stands, and both where there is room") {
    const Outline large = countyOf("循化撒拉族自治县", 100, 0), small = countyOf("东乡族自治县", 60, 10);
    CHECK(rowsOf({large, small}) == rowsOf({large}));
    CHECK(rowsOf({small, large}) == rowsOf({large}));
    const Outline below = countyOf("东乡族自治县", 60, 60);
    const auto both = rowsOf({large, below});
    CHECK(both != rowsOf({large}));
    CHECK(both != rowsOf({below}));
}

TEST_CASE("a long name is written whole, on whichever squares it lies") {
    const Outline county = countyOf("积石山保安族东乡族撒拉族自治县", 100, 0);
    const auto dark = [&](int column) {
        int sum = 0;
        for (const int row : rowsOf({county}, {8, column, 128})) sum += row;
        return sum;
    };
    CHECK(dark(127) > 0);
    CHECK(dark(128) > 0);
    CHECK(dark(129) > 0);
}

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
