// Composes the app: options, settings, workers and view models, the QML engine, and what was asked for on the command
// line.
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QIcon>
#include <QQmlApplicationEngine>
#include <QQmlExtensionPlugin>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "mobile/app/app.h"
#include "mobile/app/first_frame.h"
#include "mobile/app/focus_sight.h"
#include "mobile/app/options.h"
#include "mobile/app/self_test.h"
#include "mobile/app/warnings.h"
#include "mobile/drive/driver.h"
#include "mobile/ui/settings.h"

Q_IMPORT_QML_PLUGIN(PlumblinePlugin)

using namespace plumb::mobile;

namespace {

constexpr int kUsage = 2;

// A test needs no screen; where none was chosen it takes none.
void chooseScreen(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--self-test") != 0) continue;
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
        if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
    }
}

int run(int argc, char** argv) {
    chooseScreen(argc, argv);
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("plumbline"));
    QGuiApplication::setApplicationVersion(QStringLiteral(PLUMB_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("plumbline"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));

    Options options = readOptions(QGuiApplication::arguments());
    QTemporaryDir scratch;
    if (options.selfTest) options.home = scratch.path();
    if (options.problem.isEmpty() && !QDir().mkpath(options.home))
        options.problem = QStringLiteral("the folder %1 cannot be made").arg(options.home);
    if (!options.problem.isEmpty()) {
        std::fprintf(stderr, "plumbline: %s\n", qPrintable(options.problem));
        return kUsage;
    }
    watchWarnings();

    Settings settings(options.home, {options.language, options.theme, options.textScale});
    App app(options);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    app.attach(engine);
    settings.follow(&engine);
    if (options.selfTest) return selfTest(engine, options);

    const QString root = options.emptyWindow ? QStringLiteral("app/EmptyWindow")
                         : options.gallery   ? QStringLiteral("gallery/GalleryWindow")
                                             : QStringLiteral("app/Main");
    engine.setInitialProperties(
        {{QStringLiteral("width"), options.size.width()}, {QStringLiteral("height"), options.size.height()}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Plumbline/%1.qml").arg(root)));
    auto* window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (!window) return 1;
    new FocusSight(*window);  // the window's own
    if (options.timeFirstFrame) {
        // The frame that counts is the one that shows who is on this tablet, not the bare window before it.
        if (options.emptyWindow || options.gallery)
            timeFirstFrame(window);
        else
            QObject::connect(
                app.account(), &AccountModel::phaseChanged, window, [window] { timeFirstFrame(window); },
                Qt::SingleShotConnection);
    }
    if (!options.emptyWindow && !options.gallery) app.start();

    std::unique_ptr<Driver> driver;
    if (!options.drive.isEmpty()) {
        driver = std::make_unique<Driver>(*window, options.shots);
        const QString problem = driver->read(options.drive);
        if (!problem.isEmpty()) {
            std::fprintf(stderr, "plumbline: %s\n", qPrintable(problem));
            return kUsage;
        }
        driver->start();
    }
    return QGuiApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    const int code = run(argc, argv);
#ifdef __SANITIZE_ADDRESS__
    return code;  // what leaked is told on the way out
#else
    // All of ours is closed and on disk. A QThread that was waited for may still be on its way out (Qt 6.4 lets wait()
    // return before the thread's own values are freed), and the libraries' destructors would free beneath it: once in
    // some eighty runs on a busy machine the process ended by a signal instead of its code.
    std::fflush(nullptr);
    std::_Exit(code);
#endif
}
