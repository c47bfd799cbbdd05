// Inside, outside and by how much, and where nothing can be said.
#include "mobile/position/place_line.h"

#include <catch2/catch.hpp>

#include "mobile/ui/distance_text.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;

namespace {

domain::Place at(double latitude, double longitude, double accuracy = 4) {
    domain::Place out;
    out.latitude = latitude;
    out.longitude = longitude;
    out.accuracy = accuracy;
    return out;
}

}  // namespace

TEST_CASE("inside or outside of the boundary, and by how much") {
    test::Bench bench;  // its settings say the language
    store::Site site;
    site.boundary = {{38.24, 101.96}, {38.24, 101.98}, {38.26, 101.98}, {38.26, 101.96}, {38.24, 101.96}};
    CHECK(placeLine(at(38.25, 101.97), site) == PlaceLine{"±4 m · 在示范区内", "pass"});
    CHECK(placeLine(at(38.2629, 101.97, 3.6), site) == PlaceLine{"±4 m · 界外 320 m", "part"});
    CHECK(placeLine(at(38.2601, 101.97, 30), site).text == "±30 m · 在边界上");
    CHECK(placeLine(at(38.2599, 101.97, 30), site).text == "±30 m · 在边界上");
    CHECK(placeLine(domain::NoPlace::searching, site) == PlaceLine{"未定位：正在搜索卫星", ""});
    auto mocked = at(38.25, 101.97);
    mocked.mocked = true;
    CHECK(placeLine(mocked, site).text == "±4 m · 在示范区内 · 模拟位置");
}

TEST_CASE("without a boundary the site's point is what there is") {
    test::Bench bench;
    store::Site site;
    CHECK(placeLine(at(38.25, 101.97), site).text == "±4 m · 对象没有坐标");
    site.latitude = 38.25;
    site.longitude = 101.97;
    CHECK(placeLine(at(38.25, 101.97), site) == PlaceLine{"±4 m · 距对象 0 m", ""});
    CHECK(placeLine(at(38.35, 101.97), site) == PlaceLine{"±4 m · 距对象 11 km", "part"});
}

TEST_CASE("distances, directions and areas in words") {
    test::Bench bench;
    CHECK(distanceText(7.4) == "7 m");
    CHECK(distanceText(324) == "320 m");
    CHECK(distanceText(994) == "990 m");
    CHECK(distanceText(995) == "1.0 km");
    CHECK(distanceText(4649) == "4.6 km");
    CHECK(distanceText(12'499) == "12 km");
    CHECK(directionText(0) == "北");
    CHECK(directionText(359) == "北");
    CHECK(directionText(44) == "东北");
    CHECK(directionText(180) == "南");
    CHECK(directionText(292) == "西");
    CHECK(areaText(10'000) == "15.0 亩 · 1.0 公顷");
}
