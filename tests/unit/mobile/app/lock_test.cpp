// The lock: whatever a model of the app says once a person is gone, it said before she came. Found by looking through
// all properties of all models, so that a new one is tested without being named here.
#include <QAbstractItemModel>
#include <QMetaProperty>
#include <QQmlPropertyMap>
#include <QSet>
#include <catch2/catch.hpp>

#include "mobile/app/app.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

using Said = QMap<QString, QString>;

QString textOf(const QVariant& value) {
    if (value.canConvert<QStringList>() && value.userType() != QMetaType::QString)
        return value.toStringList().join(u'|');
    if (value.canConvert<QString>()) return value.toString();
    if (value.canConvert<QVariantList>()) return QStringLiteral("%1 values").arg(value.toList().size());
    return QString();
}

void read(const QObject* object, const QString& path, QSet<const QObject*>& seen, Said& out) {
    if (!object || seen.contains(object)) return;
    seen.insert(object);
    if (const auto* rows = qobject_cast<const QAbstractItemModel*>(object)) {
        out[path + QStringLiteral(".rows")] = QString::number(rows->rowCount());
        return;
    }
    const QMetaObject* meta = object->metaObject();
    for (int i = 1; i < meta->propertyCount(); ++i) {
        const auto property = meta->property(i);
        const QString name = path + u'.' + QLatin1String(property.name());
        const QVariant value = property.read(object);
        if (property.metaType().flags() & QMetaType::PointerToQObject)
            read(value.value<QObject*>(), name, seen, out);
        else
            out[name] = textOf(value);
    }
    if (const auto* map = qobject_cast<const QQmlPropertyMap*>(object)) {
        for (const auto& key : map->keys()) out[path + u'.' + key] = textOf(map->value(key));
    }
}

// Of the tablet, or of the clock, and not of a person.
bool isNobodys(const QString& name) {
    static const QStringList others{
        QStringLiteral("app.account.people"),  // who may come
        QStringLiteral("app.account.person"),  // who is asked for her PIN: the one who was there last
        QStringLiteral("app.sync.networkKind"), QStringLiteral("app.position.")};
    return std::ranges::any_of(others, [&](const auto& other) { return name.startsWith(other); });
}

Said sayingsOf(App& app) {
    QSet<const QObject*> seen;
    Said out;
    read(&app, QStringLiteral("app"), seen, out);
    return out;
}

// The vault thread answers in order: what was asked before is answered when this is.
void settle(App& app) {
    for (int turn = 0; turn < 2; ++turn) {
        bool told = false;
        QObject here;
        QObject::connect(app.account(), &AccountModel::changed, &here, [&] { told = true; });
        app.account()->start();
        waitFor([&] { return told; });
    }
}

}  // namespace

TEST_CASE("after the lock no model of the app says anything that it did not say before somebody came") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    bench.publishSites(3);
    bench.unlock();
    const QString id = test::signSmall(bench);
    bench.restart();

    Options options;
    options.home = bench.home();
    options.position = options.camera = options.sound = QStringLiteral("off");
    options.network = QStringLiteral("none");
    App app(options, [&] { return bench.now; });
    app.start();
    waitFor([&] { return app.account()->phase() == AccountModel::Locked; });
    const Said before = sayingsOf(app);

    app.account()->unlock(QString::fromLatin1(test::kPin));
    waitFor([&] { return app.account()->phase() == AccountModel::Open; });
    for (QObject* list : std::initializer_list<QObject*>{app.today(), app.records(), app.cases()})
        list->setProperty("watched", true);
    app.sites()->setFilter(QStringLiteral("示范区"));
    app.checklists()->setSite(QStringLiteral("yongchang"));
    app.record()->show(id);
    app.deliver()->show(id);
    app.cosign()->show(id);
    app.papers()->show(id);
    app.site()->show(QStringLiteral("yongchang"));
    app.propose()->begin(QStringLiteral("yongchang"));
    app.rectification()->show(id, QStringLiteral("b"));
    app.order()->begin(id);
    app.credential()->open();
    app.check()->begin(QStringLiteral("yongchang"), QStringLiteral("small@1"));
    waitFor([&] {
        return app.record()->ready() && app.check()->isOpen() && !app.credential()->code().isEmpty() &&
               !app.rectification()->siteName().isEmpty() && app.sync()->waiting()->count() > 0 &&
               app.records()->rows()->count() > 0 && app.checklists()->rows()->count() > 0 &&
               app.sites()->total() > 0 && !app.site()->property("name").toString().isEmpty();
    });
    app.sign()->prepare();
    app.sign()->sayParty(QStringLiteral("陪同人"), QStringLiteral("负责人"), {});
    app.act()->begin(QStringLiteral("ordered"));
    app.threads()->show(id, QStringLiteral("b"));
    app.checklists()->setTest(true);
    app.records()->setTests(true);
    waitFor([&] { return app.threads()->ready(); });
    app.sync()->exportDiagnostics(bench.home());
    waitFor([&] { return !app.sync()->exported().isEmpty(); });
    REQUIRE(sayingsOf(app) != before);

    for (QObject* list : std::initializer_list<QObject*>{app.today(), app.records(), app.cases()})
        list->setProperty("watched", false);  // their pages are gone
    app.today()->setProperty("watched", before.value(QStringLiteral("app.today.watched")));
    app.check()->saving()->whenSaved([&](const Result<void>&) { app.account()->lock(); });
    waitFor([&] { return app.account()->phase() == AccountModel::Locked; });
    // Whatever was on its way to a model has arrived.
    settle(app);
    const Said after = sayingsOf(app);
    REQUIRE(after.size() >= before.size());
    for (auto it = after.begin(); it != after.end(); ++it) {
        INFO(it.key().toStdString() << " was \"" << before.value(it.key()).toStdString() << "\", is \""
                                    << it.value().toStdString() << '"');
        if (!isNobodys(it.key())) CHECK(it.value() == before.value(it.key()));
    }
}
