#include "mobile/backend/backend.h"

namespace plumb::mobile {

Backend::Backend(const QString& home, Clock clock)
    : m_home(home),
      m_clock(clock),
      m_desk(new DeskThread(Desk(std::filesystem::path(home.toStdString()), std::move(clock)))) {
    m_thread.setObjectName(QStringLiteral("vault"));
    m_desk->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_desk, &QObject::deleteLater);
    m_thread.start();
}

Backend::~Backend() {
    // What was asked before is done before: an answer that a person gave is never dropped at the exit.
    QMetaObject::invokeMethod(
        m_desk, [] {}, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

}  // namespace plumb::mobile
