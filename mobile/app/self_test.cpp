#include "mobile/app/self_test.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>
#include <cstdio>
#include <memory>

#include "mobile/app/app.h"
#include "mobile/app/options.h"
#include "mobile/app/warnings.h"
#include "mobile/ui/settings.h"

namespace plumb::mobile {

namespace {

void settle(int ms) {
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

// Every page, by the files that are built in: a page that was added is tested without being named here.
QStringList pages() {
    QStringList out;
    for (const auto& folder :
         {"people", "map", "sites", "check", "sign", "record", "remarks", "cosign", "deliver", "papers", "rectify",
          "standards", "sync", "assess", "propose", "tasks", "today", "app", "gallery"}) {
        const QDir dir(QStringLiteral(":/qt/qml/Plumbline/") + QLatin1String(folder));
        for (const auto& name : dir.entryList(
                 {QStringLiteral("*Page.qml"), QStringLiteral("Gallery*.qml"), QStringLiteral("MapPane.qml")}))
            if (!name.endsWith(QLatin1String("Window.qml"))) out.append(QStringLiteral("qrc") + dir.filePath(name));
    }
    return out;
}

// Of the app's models, those that the page asks for.
QVariantMap wantedBy(const QObject& page) {
    App& app = App::instance();
    const std::pair<const char*, QObject*> models[] = {{"account", app.account()},
                                                       {"today", app.today()},
                                                       {"tasks", app.tasks()},
                                                       {"threads", app.threads()},
                                                       {"sites", app.sites()},
                                                       {"checklists", app.checklists()},
                                                       {"check", app.check()},
                                                       {"sign", app.sign()},
                                                       {"assess", app.assess()},
                                                       {"records", app.records()},
                                                       {"record", app.record()},
                                                       {"sync", app.sync()},
                                                       {"needs", app.needs()->rows()},
                                                       {"map", app.map()},
                                                       {"position", app.position()},
                                                       {"cosign", app.cosign()},
                                                       {"deliver", app.deliver()},
                                                       {"papers", app.papers()},
                                                       {"rectification", app.rectification()},
                                                       {"report", app.report()},
                                                       {"act", app.act()},
                                                       {"order", app.order()},
                                                       {"cases", app.cases()},
                                                       {"sound", app.sound()},
                                                       {"standards", app.standards()},
                                                       {"site", app.site()},
                                                       {"propose", app.propose()},
                                                       {"credential", app.credential()},
                                                       {"camera", app.camera()},
                                                       {"conduct", app.check()->conduct()}};
    QVariantMap out;
    for (const auto& [name, model] : models)
        if (page.metaObject()->indexOfProperty(name) >= 0) out.insert(QLatin1String(name), QVariant::fromValue(model));
    if (page.metaObject()->indexOfProperty("starting") >= 0) out.insert(QStringLiteral("starting"), false);
    return out;
}

}  // namespace

int selfTest(QQmlEngine& engine, const Options& options) {
    QQuickWindow window;
    window.resize(options.size);
    window.show();
    const QStringList all = pages();
    if (all.size() < 10) {
        std::fprintf(stderr, "self-test: only %d pages are built in\n", static_cast<int>(all.size()));
        return 1;
    }
    int failed = 0;
    for (const auto& page : all) {
        QQmlComponent component(&engine, QUrl(page));
        const int before = warningsSeen();
        std::unique_ptr<QObject> object(component.beginCreate(engine.rootContext()));
        if (object) {
            component.setInitialProperties(object.get(), wantedBy(*object));
            component.completeCreate();
        }
        auto* item = qobject_cast<QQuickItem*>(object.get());
        if (!item) {
            std::fprintf(stderr, "self-test: %s is no page: %s\n", qPrintable(page),
                         qPrintable(component.errorString()));
            ++failed;
            continue;
        }
        item->setParentItem(window.contentItem());
        item->setSize(window.size());
        for (const auto& theme : {"light", "dark", "sunlight"}) {
            Settings::instance().setTheme(QLatin1String(theme));
            settle(40);
        }
        if (warningsSeen() != before) {
            std::fprintf(stderr, "self-test: %s complained\n", qPrintable(page));
            ++failed;
        }
    }
    std::printf("self-test: %d pages, %d failed\n", static_cast<int>(all.size()), failed);
    return failed == 0 && warningsSeen() == 0 ? 0 : 1;
}

}  // namespace plumb::mobile
