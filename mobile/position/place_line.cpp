#include "mobile/position/place_line.h"

#include <QCoreApplication>

#include "mobile/position/position_source.h"
#include "mobile/ui/distance_text.h"

namespace plumb::mobile {

namespace {

// As near to its point as this one has arrived: sites are hundreds of metres wide.
constexpr double kArrived = 1'000;

PlaceLine inRegardTo(const domain::Place& place, const store::Site& site) {
    if (!site.boundary.empty()) {
        const double sides = domain::metresToSides(site.boundary, place.point());
        if (sides <= place.accuracy) return {QCoreApplication::translate("PlaceLine", "在边界上"), {}};
        if (domain::contains(site.boundary, place.point()))
            return {QCoreApplication::translate("PlaceLine", "在示范区内"), QStringLiteral("pass")};
        return {QCoreApplication::translate("PlaceLine", "界外 %1").arg(distanceText(sides)), QStringLiteral("part")};
    }
    if (!site.latitude || !site.longitude) return {QCoreApplication::translate("PlaceLine", "对象没有坐标"), {}};
    const double away = domain::metresBetween(place.point(), {*site.latitude, *site.longitude});
    return {QCoreApplication::translate("PlaceLine", "距对象 %1").arg(distanceText(away)),
            away > kArrived + place.accuracy ? QStringLiteral("part") : QString()};
}

}  // namespace

PlaceLine placeLine(const domain::Whereabouts& where, const store::Site& site) {
    if (const auto* why = std::get_if<domain::NoPlace>(&where))
        return {QCoreApplication::translate("PlaceLine", "未定位：%1").arg(sentenceFor(*why)), {}};
    const auto& place = std::get<domain::Place>(where);
    auto out = inRegardTo(place, site);
    out.text =
        QCoreApplication::translate("PlaceLine", "±%1 m · %2").arg(qMax(1, qRound(place.accuracy))).arg(out.text);
    if (place.mocked) out.text += QCoreApplication::translate("PlaceLine", " · 模拟位置");
    return out;
}

QString signedPlaceWords(const std::optional<domain::Whereabouts>& where) {
    if (!where) return {};
    if (const auto* why = std::get_if<domain::NoPlace>(&*where))
        return QCoreApplication::translate("PlaceLine", "签名时没有位置：%1").arg(sentenceFor(*why));
    const auto& place = std::get<domain::Place>(*where);
    return QCoreApplication::translate("PlaceLine", "签名时记下位置，±%1 m").arg(qMax(1, qRound(place.accuracy)));
}

QString awayText(const PositionSource& position, const domain::GeoPoint& point) {
    const auto& last = position.last();
    if (!last) return {};
    const QString away = QStringLiteral("%1 %2").arg(distanceText(domain::metresBetween(last->point(), point)),
                                                     directionText(domain::bearingBetween(last->point(), point)));
    return position.isKnown() ? away : QCoreApplication::translate("Position", "约 %1").arg(away);
}

}  // namespace plumb::mobile
