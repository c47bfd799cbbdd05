#include "mobile/photo/photo_words.h"

#include <QCoreApplication>
#include <cmath>

namespace plumb::mobile {

namespace {

QString said(const char* text) {
    return QCoreApplication::translate("PhotoWords", text);
}

}  // namespace

QString verdictWords(const records::PhotoCheck& check) {
    if (check.asks()) return said(QT_TRANSLATE_NOOP("PhotoWords", "有差异"));
    if (!check.differences.empty()) return said(QT_TRANSLATE_NOOP("PhotoWords", "无从核对"));
    return said(QT_TRANSLATE_NOOP("PhotoWords", "一致"));
}

QString differenceWords(records::PhotoDifference one, const records::PhotoCheck& check) {
    const QString span = check.clock ? spanWords(*check.clock) : QString();
    switch (one) {
        case records::PhotoDifference::noCamera:
            return said(QT_TRANSLATE_NOOP("PhotoWords", "照片没有自带拍摄信息（EXIF），时间和地点只有平板的。"));
        case records::PhotoDifference::noTime:
            return said(QT_TRANSLATE_NOOP("PhotoWords", "照片没有写明拍摄时间。"));
        case records::PhotoDifference::clock:
            return said(QT_TRANSLATE_NOOP("PhotoWords", "相机的时钟与平板相差 %1。")).arg(span);
        case records::PhotoDifference::future:
            return said(QT_TRANSLATE_NOOP("PhotoWords", "照片自带时间比加入时还晚 %1，相机的时钟不对。")).arg(span);
        case records::PhotoDifference::before:
            return said(QT_TRANSLATE_NOOP("PhotoWords", "照片拍于这次检查开始之前，比加入时早 %1。")).arg(span);
        case records::PhotoDifference::outside:
            return said(QT_TRANSLATE_NOOP("PhotoWords", "拍摄地点在检查对象的边界之外。"));
        case records::PhotoDifference::apart:
            return said(QT_TRANSLATE_NOOP("PhotoWords", "拍摄地点与平板相距 %1。"))
                .arg(check.metres ? metresWords(*check.metres) : QString());
    }
    return {};
}

QString spanWords(std::chrono::seconds span) {
    const auto seconds = std::abs(span.count());
    const auto minutes = (seconds + 30) / 60, hours = minutes / 60, days = hours / 24;
    if (seconds < 120) return said(QT_TRANSLATE_NOOP("PhotoWords", "%1 秒")).arg(seconds);
    if (minutes < 60) return said(QT_TRANSLATE_NOOP("PhotoWords", "%1 分钟")).arg(minutes);
    if (hours < 48) return said(QT_TRANSLATE_NOOP("PhotoWords", "%1 小时 %2 分")).arg(hours).arg(minutes % 60);
    return said(QT_TRANSLATE_NOOP("PhotoWords", "%1 天")).arg(days);
}

QString placeWords(const record::PhotoSpot& spot) {
    const QString point = QStringLiteral("%1, %2").arg(spot.latitude, 0, 'f', 5).arg(spot.longitude, 0, 'f', 5);
    return spot.within ? QStringLiteral("%1 ± %2 m").arg(point).arg(std::lround(*spot.within)) : point;
}

QString metresWords(double metres) {
    return metres < 1000 ? QStringLiteral("%1 m").arg(std::lround(metres))
                         : QStringLiteral("%1 km").arg(metres / 1000, 0, 'f', 1);
}

}  // namespace plumb::mobile
