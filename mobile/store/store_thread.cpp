#include "mobile/store/store_thread.h"

namespace plumb::mobile {

StoreThread::StoreThread(const QString& home, Clock clock)
    : m_home(home),
      m_tabletClock(clock),
      m_clock([known = m_known, clock] {
          auto now = clock();
          if (const auto state = known->stateAt(now.utc); state.off()) now.utc += state.offset;
          return now;
      }),
      m_place(new Place(std::filesystem::path(home.toStdString()), std::move(clock))) {
    m_preparing.setMaxThreadCount(1);
    m_thread.setObjectName(QStringLiteral("vault"));
    m_place->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_place, &QObject::deleteLater);
    m_thread.start();
}

store::ClockState StoreThread::KnownTime::stateAt(TimePoint wall) {
    const std::lock_guard guard(mutex);
    return store::clockState(fact.measure, fact.proved, wall, systemSinceBoot());
}

store::ClockState StoreThread::clockState() const {
    return m_known->stateAt(m_tabletClock().utc);
}

void StoreThread::tellTime(const TimeInfo& fact) {
    const std::lock_guard guard(m_known->mutex);
    m_known->fact = fact;
}

Error StoreThread::lockedMeanwhile() {
    return {ErrorKind::refused, "locked_meanwhile", "the tablet was locked before the file was sealed"};
}

StoreThread::~StoreThread() {
    m_preparing.clear();
    m_preparing.waitForDone();
    // What was asked before is done before: an answer that a person gave is never dropped at the exit.
    QMetaObject::invokeMethod(
        m_place, [] {}, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

}  // namespace plumb::mobile
