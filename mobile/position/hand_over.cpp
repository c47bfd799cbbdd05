#include "mobile/position/hand_over.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

namespace plumb::mobile {

QString pointText(const domain::GeoPoint& point) {
    return QStringLiteral("%1, %2").arg(point.latitude, 0, 'f', 6).arg(point.longitude, 0, 'f', 6);
}

bool handOver(const domain::GeoPoint& point, const QString& name) {
    QGuiApplication::clipboard()->setText(pointText(point));
    const QString at = QStringLiteral("%1,%2").arg(point.latitude, 0, 'f', 6).arg(point.longitude, 0, 'f', 6);
    return QDesktopServices::openUrl(
        QUrl(QStringLiteral("geo:%1?q=%1(%2)").arg(at, QString::fromLatin1(QUrl::toPercentEncoding(name)))));
}

}  // namespace plumb::mobile
