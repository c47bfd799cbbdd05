#include "mobile/ui/time_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace plumb::mobile {

namespace {
QDateTime local(qint64 ms) {
    return QDateTime::fromMSecsSinceEpoch(ms);
}
}  // namespace

QString clockText(qint64 ms) {
    return local(ms).toString(QStringLiteral("HH:mm"));
}
QString secondsText(qint64 ms) {
    return local(ms).toString(QStringLiteral("HH:mm:ss"));
}
QString dayText(qint64 ms) {
    return local(ms).toString(QStringLiteral("yyyy-MM-dd"));
}

QString momentText(qint64 ms, qint64 nowMs) {
    if (ms <= 0) return {};
    const QDateTime at = local(ms), now = local(nowMs);
    if (at.date() == now.date()) return QCoreApplication::translate("Moment", "今天 %1").arg(clockText(ms));
    if (at.date() == now.date().addDays(-1)) return QCoreApplication::translate("Moment", "昨天 %1").arg(clockText(ms));
    if (at.date().year() == now.date().year()) return at.toString(QStringLiteral("MM-dd HH:mm"));
    return at.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString clockErrorText(std::chrono::milliseconds offset) {
    const auto minutes = static_cast<int>(std::chrono::round<std::chrono::minutes>(std::chrono::abs(offset)).count());
    const auto say = [](const char* text, int count) {
        return QCoreApplication::translate("Moment", text, nullptr, count);
    };
    const QString span = minutes < 120       ? say(QT_TRANSLATE_N_NOOP("Moment", "%n 分钟"), minutes)
                         : minutes < 48 * 60 ? say(QT_TRANSLATE_N_NOOP("Moment", "%n 小时"), (minutes + 30) / 60)
                                             : say(QT_TRANSLATE_N_NOOP("Moment", "%n 天"), (minutes + 720) / 1440);
    return offset.count() < 0 ? QCoreApplication::translate("Moment", "快 %1").arg(span)
                              : QCoreApplication::translate("Moment", "慢 %1").arg(span);
}

QString clockSentence(const store::ClockState& clock, qint64 tabletMs) {
    if (!clock.off()) return {};
    const qint64 right = tabletMs + clock.offset.count();
    const auto moment = [](qint64 ms) { return local(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm")); };
    return QCoreApplication::translate("Moment",
                                       "本机时钟%1：本机 %2，校正后 %3。签名时两个时间都写进记录，整改期限从校正后的"
                                       "日期算起。请到系统设置里把时钟调准。")
        .arg(clockErrorText(clock.offset), moment(tabletMs), moment(right));
}

}  // namespace plumb::mobile
