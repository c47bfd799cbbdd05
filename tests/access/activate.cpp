// Makes accessibility active on a platform without a screen reader (offscreen), so that a test sees what one would be
// told. A plugin of the tests (QT_QPA_GENERIC_PLUGINS=plumbaccess), since only Qt's private headers reach the
// platform's switch and the app itself is not to need those.
#include <private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>

#include <QGenericPlugin>

class PlumbAccessPlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "activate.json")

  public:
    QObject* create(const QString& key, const QString&) override {
        if (key.compare(QLatin1String("plumbaccess"), Qt::CaseInsensitive) != 0) return nullptr;
        if (auto* accessibility = QGuiApplicationPrivate::platformIntegration()->accessibility())
            accessibility->setActive(true);
        return new QObject(this);
    }
};

#include "activate.moc"
