// The map with 20,000 sites: what a frame of panning costs us (one picture of squares and marks), and
// what is done beside it on other threads. The longest of them all is the figure: one frame that is late is seen.
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <random>

#include "mobile/map/map_view.h"

using namespace plumb;
using namespace plumb::mobile;

namespace {

constexpr double kFrameLimit = 16;  // ms

class Nowhere : public Receiver {
  public:
    void start() override {
        domain::Place place;
        place.latitude = 38.2471;
        place.longitude = 101.9683;
        place.accuracy = 8;
        emit fixed(place);
    }
    void stop() override {}
};

void report(const char* name, double value, const char* unit) {
    std::printf("bench %s %.3f %s\n", name, value, unit);
}

double ms(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// What this thread has worked: on a machine that others use too, the time on the wall tells of them.
double worked() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const int count = quick ? 2'000 : 20'000, frames = quick ? 60 : 300;

    QTemporaryDir home;
    StoreThread store(home.path(), systemNow);
    PositionSource position(std::make_unique<Nowhere>(), systemNow);
    MapModel map(store, position, nullptr);
    position.want(QStringLiteral("bench"), true);
    MapSites sites;
    sites.today = dayOf(systemNow());
    std::mt19937 random(1);
    std::uniform_real_distribution<double> lat(33, 40), lon(92, 108);
    for (int i = 0; i < count; ++i) {
        MapSite site;
        site.id = site.name = QStringLiteral("site %1").arg(i);
        site.point = domain::GeoPoint{lat(random), lon(random)};
        if (i % 9 == 0) site.due = sites.today + std::chrono::days(i % 5 - 2);
        sites.sites.push_back(std::move(site));
    }
    QElapsedTimer timer;
    timer.start();
    map.take(std::move(sites));
    report("map.take", ms(timer), "ms");

    std::vector<QPointF> points;
    for (const auto& point : map.points()) points.push_back(point.world);
    timer.restart();
    const auto clusters = clustered(points, MapModel::kReach / (kTilePixels * std::exp2(8)));
    report("map.cluster_level", ms(timer), "ms");
    report("map.clusters", static_cast<double>(clusters.size()), "count");
    std::optional<Error> problem;
    timer.restart();
    (void)paintTile(*map.tiles().plan(), {7, 100, 49}, problem);
    report("map.tile", ms(timer), "ms");

    QQuickWindow window;
    window.resize(1280, 800);
    MapView view(window.contentItem());
    view.setSize({1280, 800});
    view.setModel(&map);
    view.setProperty("ink", QColor("#18211F"));
    view.setProperty("paper", QColor("#FFFFFF"));
    view.setProperty("land", QColor("#F3F2E8"));
    view.setProperty("outside", QColor("#E3E6DA"));
    view.setProperty("line", QColor("#B9B8A4"));
    view.setProperty("family", QStringLiteral("Noto Sans CJK SC"));
    window.show();
    view.showAll();
    view.zoomBy(2);
    for (int i = 0; i < 100; ++i) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        map.tiles().finish();
    }
    std::vector<double> marks, whole, own;
    QImage picture(1280, 800, QImage::Format_RGB32);
    for (int frame = 0; frame < frames; ++frame) {
        view.panBy({frame % 100 < 50 ? 7.0 : -7.0, 3.0 * std::sin(frame / 9.0)});
        const double before = worked();
        timer.restart();
        view.paintFrame(picture);
        own.push_back(worked() - before);
        marks.push_back(ms(timer));
        timer.restart();
        (void)window.grabWindow();
        whole.push_back(ms(timer));
        QCoreApplication::processEvents();
    }
    std::ranges::sort(marks);
    std::ranges::sort(whole);
    std::ranges::sort(own);
    const auto at = [](const std::vector<double>& all, double part) {
        return all[static_cast<std::size_t>(part * static_cast<double>(all.size() - 1))];
    };
    report("map.pan.frame.p50", at(marks, 0.5), "ms");
    report("map.pan.frame.p99", at(marks, 0.99), "ms");
    report("map.pan.frame.max", marks.back(), "ms");
    report("map.pan.frame.cpu.p50", at(own, 0.5), "ms");
    report("map.pan.frame.cpu.p99", at(own, 0.99), "ms");
    report("map.pan.frame.cpu.max", own.back(), "ms");
    report("map.pan.of_limit", own.back() / kFrameLimit, "of_limit");
    report("map.pan.software_frame.p50", at(whole, 0.5), "ms");
    report("map.pan.software_frame.p99", at(whole, 0.99), "ms");
    return 0;
}
