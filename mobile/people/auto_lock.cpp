#include "mobile/people/auto_lock.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

namespace plumb::mobile {

namespace {
constexpr std::chrono::milliseconds kLooksEach{1000};  // late by at most so much; nobody waits for it
}

AutoLock::AutoLock(QObject* parent) : QObject(parent) {
    m_untouched.start();
    connect(&m_tick, &QTimer::timeout, this, &AutoLock::look);
    QCoreApplication::instance()->installEventFilter(this);
}

AutoLock::~AutoLock() {
    if (auto* app = QCoreApplication::instance()) app->removeEventFilter(this);
}

void AutoLock::setAfter(std::chrono::milliseconds after) {
    m_after = after;
    m_tick.setInterval(std::clamp(after / 4, std::chrono::milliseconds{10}, kLooksEach));
}

void AutoLock::watch(bool watched) {
    m_untouched.restart();
    if (watched)
        m_tick.start();
    else
        m_tick.stop();
}

bool AutoLock::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TabletPress:
        case QEvent::TabletMove:
        case QEvent::KeyPress:
        case QEvent::InputMethod:
        case QEvent::Wheel:
            m_untouched.restart();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

void AutoLock::look() {
    if (m_after.count() <= 0) return;
    if (m_held && m_held()) m_untouched.restart();
    if (std::chrono::milliseconds(m_untouched.elapsed()) < m_after) return;
    m_untouched.restart();
    emit due();
}

}  // namespace plumb::mobile
