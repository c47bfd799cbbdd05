// Positions by Qt Positioning: the system's default plugin, or the NMEA plugin over a file, a socket or a serial port.
// UI thread.
#pragma once

#include <QPointer>
#include <QString>
#include <optional>

#include "mobile/position/receiver.h"

QT_BEGIN_NAMESPACE
class QGeoPositionInfo;
class QGeoPositionInfoSource;
class QGeoSatelliteInfoSource;
QT_END_NAMESPACE

namespace plumb::mobile {

class QtReceiver : public Receiver {
    Q_OBJECT

  public:
    // `origin`: "" the system's own; "nmea:FILE", "nmea:socket://HOST:PORT", "nmea:serial:PORT"; "off": none at all.
    explicit QtReceiver(QString origin, QObject* parent = nullptr);

    // Whether it is one of the forms above.
    static bool isOrigin(const QString& origin);

    void start() override;
    void stop() override;

  private:
    void open();
    void take(const QGeoPositionInfo& info);

    QString m_origin;
    QPointer<QGeoPositionInfoSource> m_source;
    QPointer<QGeoSatelliteInfoSource> m_sky;
    std::optional<int> m_satellites;
};

}  // namespace plumb::mobile
