#include "mobile/position/qt_receiver.h"

#include <QDir>
#include <QFileInfo>
#include <QGeoPositionInfoSource>
#include <QGeoSatelliteInfoSource>
#include <QNmeaPositionInfoSource>
#include <QUrl>

namespace plumb::mobile {

namespace {

constexpr int kInterval = 1000;  // ms between fixes, as a walker needs them
// Metres by which a range to a satellite is usually wrong; times the dilution, which sentences state, it is the
// accuracy.
constexpr double kErrorOfRange = 5.0;

const QString& nmeaPrefix() {
    static const QString prefix = QStringLiteral("nmea:");
    return prefix;
}

// What the NMEA plugin calls its source.
QString pluginSource(const QString& origin) {
    const QString rest = origin.mid(nmeaPrefix().size());
    if (rest.startsWith(QLatin1String("socket:")) || rest.startsWith(QLatin1String("serial:"))) return rest;
    return QUrl::fromLocalFile(QDir().absoluteFilePath(rest)).toString();
}

}  // namespace

QtReceiver::QtReceiver(QString origin, QObject* parent) : Receiver(parent), m_origin(std::move(origin)) {}

bool QtReceiver::isOrigin(const QString& origin) {
    return origin.isEmpty() || origin == QLatin1String("off") ||
           (origin.startsWith(nmeaPrefix()) && origin.size() > nmeaPrefix().size());
}

void QtReceiver::open() {
    if (m_source || m_origin == QLatin1String("off")) return;
    if (m_origin.isEmpty()) {
#ifdef Q_OS_LINUX
        // The desktop's service, and no other: the default goes on to open serial ports on its own.
        m_source = QGeoPositionInfoSource::createSource(QStringLiteral("geoclue2"), this);
#else
        m_source = QGeoPositionInfoSource::createDefaultSource(this);
        m_sky = QGeoSatelliteInfoSource::createDefaultSource(this);
#endif
    } else {
        // Qt 6.4's plugin damages its memory over a file that it cannot open.
        const QString file = m_origin.mid(nmeaPrefix().size());
        const bool isFile = !file.startsWith(QLatin1String("socket:")) && !file.startsWith(QLatin1String("serial:"));
        if (isFile && !QFileInfo(file).isReadable()) return;
        // Only the receiver that was asked for: another one's places would be taken for its own.
        const QVariantMap parameters{{QStringLiteral("nmea.source"), pluginSource(m_origin)}};
        m_source = QGeoPositionInfoSource::createSource(QStringLiteral("nmea"), parameters, this);
        m_sky = QGeoSatelliteInfoSource::createSource(QStringLiteral("nmea"), parameters, this);
    }
    if (m_sky) {
        m_sky->setUpdateInterval(kInterval);
        connect(m_sky, &QGeoSatelliteInfoSource::satellitesInUseUpdated, this,
                [this](const QList<QGeoSatelliteInfo>& used) { m_satellites = static_cast<int>(used.size()); });
    }
    if (!m_source) return;
    m_source->setUpdateInterval(kInterval);
    if (auto* sentences = qobject_cast<QNmeaPositionInfoSource*>(m_source.data()))
        sentences->setUserEquivalentRangeError(kErrorOfRange);
    connect(m_source, &QGeoPositionInfoSource::positionUpdated, this, &QtReceiver::take);
    connect(m_source, &QGeoPositionInfoSource::errorOccurred, this, [this](QGeoPositionInfoSource::Error error) {
        switch (error) {
            case QGeoPositionInfoSource::AccessError:
                emit refused(domain::NoPlace::denied);
                break;
            case QGeoPositionInfoSource::ClosedError:
                // Positions are switched off in the system, or a file of sentences came to its end.
                emit refused(m_origin.isEmpty() ? domain::NoPlace::off : domain::NoPlace::stale);
                break;
            case QGeoPositionInfoSource::UpdateTimeoutError:
                emit refused(domain::NoPlace::searching);
                break;
            case QGeoPositionInfoSource::UnknownSourceError:
                emit refused(domain::NoPlace::noReceiver);
                break;
            case QGeoPositionInfoSource::NoError:
                break;
        }
    });
}

void QtReceiver::start() {
    open();
    if (!m_source) {
        emit refused(domain::NoPlace::noReceiver);
        return;
    }
    m_source->startUpdates();
    if (m_sky) m_sky->startUpdates();
}

void QtReceiver::stop() {
    if (m_source) m_source->stopUpdates();
    if (m_sky) m_sky->stopUpdates();
}

void QtReceiver::take(const QGeoPositionInfo& info) {
    const auto at = info.coordinate();
    if (!info.isValid() || !at.isValid()) return;
    domain::Place place;
    place.latitude = at.latitude();
    place.longitude = at.longitude();
    if (at.type() == QGeoCoordinate::Coordinate3D) place.altitude = at.altitude();
    // A fix that does not say how exact it is (an NMEA sentence without a dilution) is none.
    if (!info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy)) return;
    place.accuracy = info.attribute(QGeoPositionInfo::HorizontalAccuracy);
    const bool satellites = !m_origin.isEmpty() || m_source->preferredPositioningMethods() ==
                                                       QGeoPositionInfoSource::SatellitePositioningMethods;
    place.source = satellites ? domain::PlaceSource::satellite : domain::PlaceSource::other;
    place.satellites = m_satellites;
    // Sentences that are played from a file were not received here and now.
    place.mocked = m_origin.startsWith(nmeaPrefix()) && QFileInfo(m_origin.mid(nmeaPrefix().size())).isFile();
    emit fixed(place);
}

}  // namespace plumb::mobile
