#include "mobile/store/store_thread.h"

namespace plumb::mobile {

Backend::Backend(const QString& home, Clock clock)
    : m_home(home),
      m_tabletClock(clock),
      m_clock([known = m_known, clock] {
          auto now = clock();
          if (const auto state = known->stateAt(now.utc); state.off()) now.utc += state.offset;
          return now;
      }),
      m_desk(new DeskThread(Desk(std::filesystem::path(home.toStdString()), std::move(clock)))) {
    m_thread.setObjectName(QStringLiteral("vault"));
    m_desk->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_desk, &QObject::deleteLater);
    m_thread.start();
}

store::ClockState Backend::KnownTime::stateAt(TimePoint wall) {
    const std::lock_guard guard(mutex);
    return store::clockState(fact.measure, fact.proved, wall, systemSinceBoot());
}

store::ClockState Backend::clockState() const {
    return m_known->stateAt(m_tabletClock().utc);
}

void Backend::tellTime(const TimeFact& fact) {
    const std::lock_guard guard(m_known->mutex);
    m_known->fact = fact;
}

Backend::~Backend() {
    // What was asked before is done before: an answer that a person gave is never dropped at the exit.
    QMetaObject::invokeMethod(
        m_desk, [] {}, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

}  // namespace plumb::mobile
