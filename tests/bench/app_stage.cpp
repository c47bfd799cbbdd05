#include "tests/bench/app_stage.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "tests/bench/app_home.h"

namespace plumb::bench {

namespace {

double clockOf(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

mobile::Options optionsFor(const QString& home, const QSize& size) {
    mobile::Options out;
    out.home = home;
    out.size = size;
    out.network = QStringLiteral("none");
    out.position = QStringLiteral("off");
    out.camera = QStringLiteral("off");
    out.sound = QStringLiteral("off");
    return out;
}

QQuickItem* findIn(QQuickItem* root, const QString& name) {
    if (!root->isVisible()) return nullptr;
    if (root->objectName() == name) return root;
    for (auto* child : root->childItems())
        if (auto* found = findIn(child, name)) return found;
    return nullptr;
}

}  // namespace

double threadWork() {
    return clockOf(CLOCK_THREAD_CPUTIME_ID);
}

double processWork() {
    return clockOf(CLOCK_PROCESS_CPUTIME_ID);
}

AppStage::AppStage(const QString& home, const QSize& size)
    : m_options(optionsFor(home, size)),
      m_settings(home, {QStringLiteral("zh"), QStringLiteral("light"), 0}),
      m_app(m_options) {
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_app.attach(m_engine);
    m_settings.follow(&m_engine);
    m_engine.setInitialProperties({{QStringLiteral("width"), size.width()}, {QStringLiteral("height"), size.height()}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Plumbline/app/Main.qml")));
    if (m_engine.rootObjects().isEmpty()) std::abort();
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    m_app.start();
    wait("the lock", [this] { return m_app.account()->phase() == mobile::AccountModel::Locked; });
}

void AppStage::unlock() {
    m_app.account()->unlock(QString::fromLatin1(kPin));
    wait("the vault", [this] { return m_app.account()->phase() == mobile::AccountModel::Open; });
    rest(800);
}

QQuickItem* AppStage::find(const QString& name) {
    return findIn(m_window->contentItem(), name);
}

void AppStage::wait(const char* what, const std::function<bool()>& holds) {
    QElapsedTimer since;
    since.start();
    QTimer tick;  // what does not come as an event is looked for by and by
    tick.start(4);
    while (!holds()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
        if (since.elapsed() < 30'000) continue;
        std::fprintf(stderr, "bench: waited in vain for %s\n", what);
        std::abort();
    }
}

void AppStage::rest(int ms) {
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

void AppStage::go(const QString& place) {
    QMetaObject::invokeMethod(m_window->property("shell").value<QObject*>(), "go", Q_ARG(QString, place));
}

FrameMeter::FrameMeter(QQuickWindow& window) : m_window(window) {
    QObject::connect(
        &window, &QQuickWindow::beforeRendering, &m_here, [this] { m_begun = threadWork(); }, Qt::DirectConnection);
    QObject::connect(
        &window, &QQuickWindow::afterRendering, &m_here, [this] { m_painted += threadWork() - m_begun; },
        Qt::DirectConnection);
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &m_here,
        [this] {
            const double now = threadWork();
            m_frames.push_back({now - m_last, m_painted});
            m_last = now;
            m_painted = 0;
            m_swapped = true;
        },
        Qt::DirectConnection);
    m_last = threadWork();
}

void FrameMeter::frame(const std::function<void()>& change) {
    m_swapped = false;
    change();
    m_window.update();
    AppStage::wait("a frame", [this] { return m_swapped; });
}

void reportFrames(const QString& name, const std::vector<FrameMeter::Frame>& frames, double limit) {
    std::vector<double> work, rest;
    for (const auto& frame : frames) {
        work.push_back(frame.work);
        rest.push_back(frame.work - frame.painting);
    }
    const auto say = [&](const QString& what, std::vector<double>& all) {
        std::ranges::sort(all);
        const auto at = [&](double part) {
            return all[static_cast<std::size_t>(part * static_cast<double>(all.size() - 1))];
        };
        report(what + QStringLiteral(".p50"), at(0.5), "ms");
        report(what + QStringLiteral(".p99"), at(0.99), "ms");
        report(what + QStringLiteral(".max"), all.back(), "ms");
    };
    say(name + QStringLiteral(".cpu"), work);
    say(name + QStringLiteral(".cpu.unpainted"), rest);
    report(name + QStringLiteral(".of_limit"), rest.back() / limit, "of_limit");
    report(name + QStringLiteral(".painted.of_limit"), work.back() / limit, "of_limit");
}

void report(const QString& name, double value, const char* unit) {
    std::printf("bench %s %.3f %s\n", qPrintable(name), value, unit);
    std::fflush(stdout);
}

}  // namespace plumb::bench
