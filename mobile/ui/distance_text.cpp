#include "mobile/ui/distance_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace plumb::mobile {

namespace {

constexpr double kSquareMetresPerMu = 2000.0 / 3, kSquareMetresPerHectare = 10'000;

}  // namespace

double roundLength(double most) {
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0, 1.0})
        if (step * power <= most) return step * power;
    return power;
}

QString distanceText(double metres) {
    const QLocale locale;
    if (metres < 995) {
        const double step = metres < 100 ? 1 : 10;
        return locale.toString(static_cast<int>(std::lround(metres / step) * static_cast<int>(step))) +
               QStringLiteral(" m");
    }
    const double km = metres / 1000;
    return locale.toString(km, 'f', km < 9.95 ? 1 : 0) + QStringLiteral(" km");
}

QString directionText(double bearing) {
    switch (static_cast<int>(std::lround(bearing / 45)) % 8) {
        case 0:
            return QCoreApplication::translate("Distance", "北");
        case 1:
            return QCoreApplication::translate("Distance", "东北");
        case 2:
            return QCoreApplication::translate("Distance", "东");
        case 3:
            return QCoreApplication::translate("Distance", "东南");
        case 4:
            return QCoreApplication::translate("Distance", "南");
        case 5:
            return QCoreApplication::translate("Distance", "西南");
        case 6:
            return QCoreApplication::translate("Distance", "西");
        default:
            return QCoreApplication::translate("Distance", "西北");
    }
}

QString areaText(double squareMetres) {
    const QLocale locale;
    const auto figure = [&](double value) { return locale.toString(value, 'f', value < 100 ? 1 : 0); };
    return QCoreApplication::translate("Distance", "%1 亩 · %2 公顷")
        .arg(figure(squareMetres / kSquareMetresPerMu), figure(squareMetres / kSquareMetresPerHectare));
}

}  // namespace plumb::mobile
