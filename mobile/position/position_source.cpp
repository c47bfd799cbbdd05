#include "mobile/position/position_source.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

constexpr int kSecond = 1000;

std::chrono::milliseconds steady() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace

PositionSource::PositionSource(std::unique_ptr<Receiver> receiver, Clock clock, QObject* parent, Ticks ticks)
    : QObject(parent), m_receiver(std::move(receiver)), m_clock(std::move(clock)), m_ticks(std::move(ticks)) {
    if (!m_ticks) m_ticks = steady;
    m_second.setInterval(kSecond);
    connect(&m_second, &QTimer::timeout, this, &PositionSource::changed);
    connect(m_receiver.get(), &Receiver::fixed, this, [this](const domain::Place& place) { take(place); });
    connect(m_receiver.get(), &Receiver::refused, this, [this](domain::NoPlace why) {
        if (!m_running) return;
        m_why = why;
        emit changed();
    });
}

void PositionSource::want(const QString& who, bool wanted) {
    if (wanted)
        m_wanted.insert(who);
    else
        m_wanted.remove(who);
    follow();
}

void PositionSource::setAllowed(bool allowed) {
    m_allowed = allowed;
    if (!allowed) m_last.reset();
    follow();
}

void PositionSource::follow() {
    const bool run = m_allowed && !m_wanted.isEmpty();
    if (run == m_running) return;
    m_running = run;
    m_why = run ? domain::NoPlace::searching : domain::NoPlace::off;
    if (run) {
        m_second.start();
        m_receiver->start();
    } else {
        m_receiver->stop();
        m_second.stop();
    }
    emit changed();
}

void PositionSource::take(domain::Place place) {
    if (!m_running || !domain::isSound(place)) return;
    place.at = m_clock();
    m_last = place;
    m_lastAt = m_ticks();
    m_why = domain::NoPlace::searching;
    emit moved();
    emit changed();
}

domain::Whereabouts PositionSource::now() const {
    // A receiver that was asked a moment ago by somebody else may have a place that is fresh enough.
    if (m_last && m_ticks() - m_lastAt <= domain::kOldestPlace) {
        // By the clock as it is now: it may have been set since, and the age is what is certain.
        auto place = *m_last;
        place.at = m_clock();
        place.at.utc -= m_ticks() - m_lastAt;
        return place;
    }
    if (!m_running) return domain::NoPlace::off;
    if (m_last && m_why == domain::NoPlace::searching) return domain::NoPlace::stale;
    return m_why;
}

bool PositionSource::isKnown() const {
    return std::holds_alternative<domain::Place>(now());
}

QString PositionSource::reason() const {
    const auto where = now();
    const auto* why = std::get_if<domain::NoPlace>(&where);
    return why ? qs(std::string(domain::noPlaceName(*why))) : QString();
}

int PositionSource::age() const {
    if (!m_last) return 0;
    return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(m_ticks() - m_lastAt).count());
}

QString PositionSource::line() const {
    const auto where = now();
    if (const auto* why = std::get_if<domain::NoPlace>(&where)) return sentenceFor(*why);
    const auto& place = std::get<domain::Place>(where);
    QString out = QCoreApplication::translate("Position", "±%1 m").arg(qMax(1, qRound(place.accuracy)));
    if (place.satellites)
        out += QStringLiteral(" · ") + QCoreApplication::translate("Position", "%1 颗卫星").arg(*place.satellites);
    out += QStringLiteral(" · ") + QCoreApplication::translate("Position", "%1 秒前").arg(age());
    if (place.mocked) out += QStringLiteral(" · ") + QCoreApplication::translate("Position", "系统称为模拟位置");
    return out;
}

QString PositionSource::since() const {
    if (!m_last) return {};
    const auto ms = m_last->at.utc.time_since_epoch().count();
    return QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(ms, Qt::OffsetFromUTC, static_cast<int>(m_last->at.offset.count()) * 60).time(),
        QStringLiteral("HH:mm"));
}

QString sentenceFor(domain::NoPlace why) {
    switch (why) {
        case domain::NoPlace::off:
            return QCoreApplication::translate("Position", "定位已关闭");
        case domain::NoPlace::denied:
            return QCoreApplication::translate("Position", "系统不允许定位");
        case domain::NoPlace::noReceiver:
            return QCoreApplication::translate("Position", "本机没有定位设备");
        case domain::NoPlace::searching:
            return QCoreApplication::translate("Position", "正在搜索卫星");
        case domain::NoPlace::stale:
            return QCoreApplication::translate("Position", "一分钟内没有新的定位");
    }
    return {};
}

}  // namespace plumb::mobile
