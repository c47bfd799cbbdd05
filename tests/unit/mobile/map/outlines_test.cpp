// The sketch of counties that is built in, and files that are none.
#include "mobile/map/outlines.h"

#include <QFile>
#include <QSet>
#include <algorithm>
#include <catch2/catch.hpp>

#include "mobile/map/mercator.h"
#include "shared/domain/regions.h"

using namespace plumb;
using namespace plumb::mobile;

TEST_CASE("the built-in sketch joins every county by its code") {
    QFile asset(QStringLiteral(":/map/counties.geojson"));
    REQUIRE(asset.open(QIODevice::ReadOnly));
    CHECK(asset.size() < 300 * 1024);
    const auto outlines = readOutlines(asset.readAll());
    REQUIRE(outlines);
    QSet<QString> codes;
    for (const auto& one : *outlines) {
        codes.insert(one.code);
        CHECK(one.bounds.contains(one.label));
        CHECK(QRectF(worldOf({43, 89}), worldOf({31, 109})).contains(one.bounds));
    }
    CHECK(codes.size() == 131);
    // Yongchang's seat lies in Yongchang.
    const auto yongchang = std::ranges::find(*outlines, QStringLiteral("620321"), &Outline::code);
    REQUIRE(yongchang != outlines->end());
    CHECK(yongchang->rings.front().containsPoint(worldOf({38.2471, 101.9683}), Qt::OddEvenFill));
}

TEST_CASE("what is no map of outlines is refused") {
    for (
        const char* text :
        {"", "{}", "[]", R"({"features":7})", R"({"features":[{}]})",
         R"({"features":[{"properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]})",
         R"({"features":[{"properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}}]})",
         R"({"features":[{"properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,200],[3,4],[5,6],[1,200]]]}}]})",
         R"({"features":[{"properties":{},"geometry":{"type":"Polygon","coordinates":[7]}}]})"}) {
        CAPTURE(text);
        const auto out = readOutlines(text);
        REQUIRE_FALSE(out);
        CHECK(out.error().code == "bad_outlines");
    }
    CHECK(readOutlines(R"({"features":[]})")->empty());
}
