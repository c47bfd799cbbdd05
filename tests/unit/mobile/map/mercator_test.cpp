// What lies where on the map, and what stays where it is when one pans and zooms.
#include "mobile/map/mercator.h"

#include <catch2/catch.hpp>
#include <random>

using namespace plumb;
using namespace plumb::mobile;

TEST_CASE("the world is a square: its middle, its edges, and back") {
    CHECK(worldOf({0, 0}) == QPointF(0.5, 0.5));
    CHECK(worldOf({0, -180}).x() == 0);
    CHECK(worldOf({kMostMercatorLatitude, 0}).y() == Approx(0).margin(1e-9));
    CHECK(worldOf({90, 0}).y() == worldOf({kMostMercatorLatitude, 0}).y());
    // By the numbering of the web's tiles, worked out by hand.
    const QPointF yongchang = worldOf({38.2471, 101.9683}) * 4096;
    CHECK(static_cast<int>(yongchang.x()) == 3208);
    CHECK(static_cast<int>(yongchang.y()) == 1576);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lat(-85, 85), lon(-180, 180);
    for (int i = 0; i < 200; ++i) {
        const domain::GeoPoint point{lat(random), lon(random)};
        const auto back = groundOf(worldOf(point));
        CHECK(back.latitude == Approx(point.latitude).margin(1e-9));
        CHECK(back.longitude == Approx(point.longitude).margin(1e-9));
    }
}

TEST_CASE("what lies under the finger stays there when one zooms") {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> part(0, 1);
    for (int i = 0; i < 100; ++i) {
        const Viewport view({0.3 + 0.4 * part(random), 0.3 + 0.4 * part(random)}, 6 + 8 * part(random), {800, 600});
        const QPointF finger(800 * part(random), 600 * part(random));
        const QPointF under = view.worldAt(finger);
        const auto nearer = view.zoomed(3 * part(random) - 1.5, finger);
        CHECK(QLineF(nearer.screenOf(under), finger).length() == Approx(0).margin(1e-4));
        const auto moved = view.panned({40, -25});
        CHECK(QLineF(moved.screenOf(under), finger + QPointF(40, -25)).length() == Approx(0).margin(1e-4));
    }
}

TEST_CASE("levels and places end where the map ends") {
    CHECK(Viewport({0.5, 0.5}, 40, {800, 600}).zoom() == kMostZoom);
    CHECK(Viewport({0.5, 0.5}, -3, {800, 600}).zoom() == kLeastZoom);
    CHECK(Viewport({7, -2}, 8, {800, 600}).centre() == QPointF(1, 0));
    const QRectF provinces(worldOf({43, 89}), worldOf({31, 109}));
    const auto view = Viewport::over(provinces, {800, 600}, 50);
    CHECK(QRectF(49, 49, 702, 502)
              .contains(QRectF(view.screenOf(provinces.topLeft()), view.screenOf(provinces.bottomRight()))));
    CHECK(Viewport::over(QRectF(0.5, 0.5, 0, 0), {800, 600}, 50).zoom() == kMostZoom);
}

TEST_CASE("a kilometre is so many pixels") {
    const Viewport view(worldOf({38, 101}), 12, {800, 600});
    const QPointF a = view.screenOf(worldOf({38, 101})),
                  b = view.screenOf(worldOf(domain::pointFrom({38, 101}, 90, 1000)));
    CHECK(QLineF(a, b).length() * view.metresPerPixel() == Approx(1000).epsilon(0.005));
}
