// The app's screens, in its own process with its own QML and window, over a home with many records: opening a draft of
// 500 items until its page stands, and scrolling through 1,000 items and 1,000 records. What frames cost is time of the
// UI thread, painting of the software renderer included (app_stage.h). Usage: bench_app [--quick].
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlExtensionPlugin>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/bench/app_home.h"
#include "tests/bench/app_stage.h"

Q_IMPORT_QML_PLUGIN(PlumblinePlugin)

using namespace plumb;
using namespace plumb::bench;

namespace {

constexpr double kOpenLimit = 100, kFrameLimit = 16;  // ms; judged by work of the UI thread

// The form's list as it stands in a frame: where it is the same until nothing changes any more, the page is complete.
struct Seen {
    double at = 0;  // ms since opening
    QVector<double> form;
};

QVector<double> formOf(AppStage& stage) {
    const auto* list = stage.find(QStringLiteral("itemList"));
    const auto* text = stage.find(QStringLiteral("itemText"));
    if (!list || !text) return {};
    // Not how long the list is: what is not built yet is reckoned, and stands beyond the screen.
    return {list->property("contentY").toDouble() - list->property("originY").toDouble(), list->height(),
            static_cast<double>(list->property("count").toInt()), text->mapToScene({}).y(), text->height()};
}

// Until the first frame that shows the page as it stays.
double openOnce(AppStage& stage, const std::string& draft, double& uiWork, double& allWork) {
    std::vector<Seen> seen;
    QElapsedTimer timer;
    double ui = 0, all = 0;
    std::vector<double> uiAt, allAt;
    QObject here;
    QObject::connect(
        &stage.window(), &QQuickWindow::frameSwapped, &here,
        [&] {
            seen.push_back({static_cast<double>(timer.nsecsElapsed()) / 1e6, formOf(stage)});
            uiAt.push_back(threadWork() - ui);
            allAt.push_back(processWork() - all);
        },
        Qt::DirectConnection);
    ui = threadWork();
    all = processWork();
    timer.start();
    stage.app().check()->resume(QString::fromStdString(draft));
    AppStage::wait("the form", [&] { return !seen.empty() && !seen.back().form.isEmpty(); });
    AppStage::rest(500);
    const auto first = std::ranges::find(seen, seen.back().form, &Seen::form);
    const auto index = static_cast<std::size_t>(first - seen.begin());
    uiWork = uiAt[index];
    allWork = allAt[index];
    return first->at;
}

void leave(AppStage& stage) {
    stage.app().check()->leave();
    stage.go(QStringLiteral("today"));
    AppStage::rest(300);
}

double medianOf(std::vector<double> all) {
    std::ranges::sort(all);
    return all[all.size() / 2];
}

void measureOpening(AppStage& stage, const std::string& draft, int rounds) {
    double ui = 0, all = 0;
    report(QStringLiteral("app.open_500.first"), openOnce(stage, draft, ui, all), "ms");
    report(QStringLiteral("app.open_500.first.cpu"), ui, "ms");
    leave(stage);
    std::vector<double> took, uiTook, allTook;
    for (int i = 0; i < rounds; ++i) {
        took.push_back(openOnce(stage, draft, ui, all));
        uiTook.push_back(ui);
        allTook.push_back(all);
        leave(stage);
    }
    report(QStringLiteral("app.open_500"), medianOf(took), "ms");
    report(QStringLiteral("app.open_500.cpu"), medianOf(uiTook), "ms");
    report(QStringLiteral("app.open_500.cpu.all_threads"), medianOf(allTook), "ms");
    report(QStringLiteral("app.open_500.of_limit"), medianOf(uiTook) / kOpenLimit, "of_limit");
}

// From one end to the other at the speed of a finger, then of a throw. The last frames of a list that grows by pages
// are those in which a page comes in.
void measureScrolling(const QString& name, FrameMeter& meter, QQuickItem* list, int frames) {
    AppStage::rest(300);
    for (const auto& [how, step] : {std::pair{"drag", 24.0}, std::pair{"throw", 160.0}}) {
        list->setProperty("contentY", list->property("originY").toDouble());
        AppStage::rest(200);
        meter.frame([] {});
        meter.forget();
        for (int frame = 0; frame < frames; ++frame) {
            const double end =
                list->property("originY").toDouble() + list->property("contentHeight").toDouble() - list->height();
            const double to = std::min(end, list->property("contentY").toDouble() + step);
            meter.frame([&] { list->setProperty("contentY", to); });
        }
        reportFrames(name + u'.' + QLatin1String(how), meter.frames(), kFrameLimit);
    }
    report(name + QStringLiteral(".rows"), list->property("count").toInt(), "count");
}

// The limit on this machine: the same window, painted whole once more with nothing changed.
void measureRepaint(AppStage& stage, FrameMeter& meter) {
    meter.frame([] {});
    meter.forget();
    for (int i = 0; i < 50; ++i) {
        const double before = threadWork();
        (void)stage.window().grabWindow();
        meter.forget();
        if (i == 49) report(QStringLiteral("limit.repaint.cpu"), threadWork() - before, "ms");
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    QTemporaryDir home;
    const auto made = furnishHome(home.path().toStdString(), quick ? 200 : 2'000, quick ? 2'000 : 10'000);
    {
        AppStage stage(home.path(), {1280, 800});
        stage.unlock();
        measureOpening(stage, made.form500, quick ? 3 : 9);
        FrameMeter meter(stage.window());
        stage.app().check()->resume(QString::fromStdString(made.form1000));
        AppStage::wait("the form", [&] { return stage.find(QStringLiteral("itemText")) != nullptr; });
        measureScrolling(QStringLiteral("app.scroll_form"), meter, stage.find(QStringLiteral("itemList")),
                         quick ? 100 : 400);
        measureRepaint(stage, meter);
        leave(stage);
        stage.go(QStringLiteral("records"));
        AppStage::wait("records", [&] {
            const auto* list = stage.find(QStringLiteral("recordList"));
            return list && list->property("count").toInt() > 0;
        });
        measureScrolling(QStringLiteral("app.scroll_records"), meter, stage.find(QStringLiteral("recordList")),
                         quick ? 100 : 400);
    }
    std::fflush(nullptr);
    std::_Exit(0);  // as the app itself leaves (main.cpp)
}
