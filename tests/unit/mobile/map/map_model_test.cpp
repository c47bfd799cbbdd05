// The list beside the map and the marks on it: one order, one numbering; the person's own map and why it is not shown.
#include "mobile/map/map_model.h"

#include <QFile>
#include <catch2/catch.hpp>

#include "mobile/map/map_view.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/mobile/position/receiver_double.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Maps {
    Bench bench;
    test::ReceiverDouble* receiver = new test::ReceiverDouble;
    PositionSource position{std::unique_ptr<Receiver>(receiver), [this] { return bench.now; }};
    MapModel map{bench.store(), position, nullptr};

    Maps() { bench.unlock(); }
    [[nodiscard]] const std::vector<MapRow>& rows() { return static_cast<Rows<MapRow>*>(map.rows())->rows(); }
};

MapSite site(const QString& id, double latitude, double longitude, std::optional<int> due = {}) {
    MapSite out;
    out.id = id;
    out.name = id;
    out.point = domain::GeoPoint{latitude, longitude};
    if (due) out.due = *parseDay("2026-11-22") + std::chrono::days(*due);
    return out;
}

MapSites some() {
    MapSites out;
    out.today = *parseDay("2026-11-22");
    out.sites = {site("a", 38.5, 101), site("b", 38.1, 101, 0), site("c", 39, 101, 5), site("d", 38.01, 101, -2),
                 MapSite{}};
    out.sites.back().id = out.sites.back().name = "nowhere";
    out.placeless = 1;
    return out;
}

QStringList idsOf(const std::vector<MapRow>& rows) {
    QStringList out;
    for (const auto& row : rows) out.append(row.id);
    return out;
}

}  // namespace

TEST_CASE("what is due comes first, and marks have the numbers of the list") {
    Maps maps;
    maps.map.take(some());
    CHECK(maps.map.order() == MapModel::ByDue);
    CHECK(idsOf(maps.rows()) == QStringList{"d", "b", "c"});
    CHECK(maps.rows()[0].urgency == "overdue");
    CHECK(maps.rows()[0].due == "逾期 2 天");
    CHECK(maps.rows()[1].due == "今天到期");
    CHECK(maps.map.total() == 4);
    CHECK(maps.map.placeless() == 1);
    CHECK(maps.map.points()[0].number == "1");
    CHECK(maps.map.points()[0].state == SiteState::overdue);
    CHECK(maps.map.points()[3].number.isEmpty());
    maps.map.setOrder(MapModel::All);
    CHECK(idsOf(maps.rows()) == QStringList{"a", "b", "c", "d", "nowhere"});
    maps.map.setFilter("no");
    CHECK(idsOf(maps.rows()) == QStringList{"nowhere"});
    CHECK(maps.rows()[0].away == "没有坐标");
}

TEST_CASE("nearest first once there is a place, and about where the place is old") {
    Maps maps;
    maps.position.want("map", true);
    maps.receiver->fix(38, 101);
    maps.map.take(some());
    maps.map.setOrder(MapModel::ByDistance);
    CHECK(idsOf(maps.rows()) == QStringList{"d", "b", "a", "c"});
    CHECK(maps.rows()[0].away == "1.1 km 北");
    maps.map.choose("a");
    CHECK(maps.map.chosenAway().endsWith(" km 北"));
    CHECK(maps.map.chosenPoint() == "38.500000, 101.000000");
    maps.position.setAllowed(false);
    CHECK(maps.map.chosenAway().isEmpty());
}

TEST_CASE("what nothing is due at begins with what is near, or with all") {
    Maps maps;
    auto sites = some();
    for (auto& one : sites.sites) one.due.reset();
    maps.map.take(sites);
    CHECK(maps.map.order() == MapModel::All);
}

TEST_CASE("the sites are those that were published") {
    Maps maps;
    maps.bench.publishSites(3);
    maps.map.refresh();
    waitFor([&] { return maps.map.total() + maps.map.placeless() >= 4; });
    maps.map.setOrder(MapModel::All);
    CHECK(idsOf(maps.rows()).contains("yongchang"));
}

TEST_CASE("a map file that is none is told in words, and the sketch stands") {
    Maps maps;
    CHECK(maps.map.ground().isEmpty() == false);
    maps.map.useMap("/nowhere/map.mbtiles");
    CHECK_FALSE(maps.map.ownMap());
    CHECK(maps.map.mapProblem().contains("不在原来的位置"));
    CHECK(maps.map.ground().contains("示意图"));
    maps.map.useMap("");
    CHECK(maps.map.mapProblem().isEmpty());
    // The sketch is painted: land and outside are of different colours.
    std::optional<Error> problem;
    const QPointF at = worldOf({38.2471, 101.9683}) * 256;
    const QImage tile =
        paintTile(*maps.map.tiles().plan(), {8, static_cast<int>(at.x()), static_cast<int>(at.y())}, problem);
    CHECK_FALSE(problem);
    QSet<QRgb> colours;
    for (int y = 0; y < tile.height(); y += 4)
        for (int x = 0; x < tile.width(); x += 4) colours.insert(tile.pixel(x, y));
    CHECK(colours.contains(maps.map.tiles().plan()->look.land.rgb()));
    CHECK(colours.size() > 3);
}

TEST_CASE("squares of ground are kept up to so many bytes") {
    Maps maps;
    maps.map.useMap("");
    auto& ground = maps.map.tiles();
    const qsizetype most = Ground::kMostBytes / (256 * 256 * 4);
    for (int i = 0; i < most + 20; ++i) {
        const TileKey key{14, 12'800 + i % 30, 6'200 + i / 30};
        (void)ground.tile(key);
        waitFor([&] { return !ground.known(key).isNull(); });
        CHECK(ground.bytes() <= Ground::kMostBytes);
    }
    CHECK(ground.known({14, 12'800, 6'200}).isNull());
}

TEST_CASE("clusters come from a thread of their own, and marks are painted from them") {
    Maps maps;
    maps.map.take(some());
    CHECK_FALSE(maps.map.clustersAt(11));
    waitFor([&] { return maps.map.clustersAt(11) != nullptr; });
    CHECK(maps.map.clustersAt(11)->size() == 4);
    waitFor([&] { return maps.map.clustersAt(4) && maps.map.clustersAt(4)->size() == 1; });
    CHECK(maps.map.clustersAt(4)->front().count == 4);
    MapView view;
    view.setSize({800, 600});
    view.setModel(&maps.map);
    view.showAll();
    waitFor([&] {
        const int level = static_cast<int>(std::lround(view.zoom()));
        const auto made = maps.map.clustersAt(level);
        QImage picture(800, 600, QImage::Format_RGB32);
        view.paintFrame(picture);
        QImage blank(800, 600, QImage::Format_RGB32);
        blank.fill(Qt::white);
        return made && picture != blank;
    });
}
