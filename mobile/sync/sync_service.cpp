#include "mobile/sync/sync_service.h"

#include "mobile/sync/sync_worker.h"
#include "mobile/sync/tuning.h"

namespace plumb::mobile {

namespace {}  // namespace

SyncService::SyncService(const QString& home, Clock clock)
    : m_worker(std::make_unique<SyncWorker>(*this, home, std::move(clock))) {
    m_thread.setObjectName(QStringLiteral("sync"));
    m_worker->moveToThread(&m_thread);
    m_nudge.setInterval(kNudge);
    connect(&m_nudge, &QTimer::timeout, this, [this] { m_worker->stopCall(); });
    m_thread.start();
}

SyncService::~SyncService() {
    m_worker->stopCall();
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this] {
            m_worker->end();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    while (!m_thread.wait(kNudge.count())) m_worker->stopCall();
}

void SyncService::begin(const std::filesystem::path& folder, const crypto::DataKey& key) {
    QMetaObject::invokeMethod(
        m_worker.get(), [this, folder, key] { m_worker->begin(folder, key); }, Qt::QueuedConnection);
}

void SyncService::end() {
    m_worker->stopCall();
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_worker->end(); }, Qt::QueuedConnection);
}

void SyncService::interruptListening() {
    if (m_state.phase != SyncState::Phase::listening) return;
    m_worker->stopCall();
    m_nudge.start();
}

void SyncService::fetch(const std::vector<Sha256>& files) {
    interruptListening();
    QMetaObject::invokeMethod(
        m_worker.get(), [this, files] { m_worker->fetch(files); }, Qt::QueuedConnection);
}

void SyncService::exchange(PackInfo::Step step, const QString& path) {
    interruptListening();
    QMetaObject::invokeMethod(
        m_worker.get(), [this, step, path] { m_worker->exchange(step, path); }, Qt::QueuedConnection);
}

void SyncService::syncNow() {
    interruptListening();
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_worker->sync(); }, Qt::QueuedConnection);
}

void SyncService::enrol(const QString& invitation, const QString& pin, const QString& device) {
    m_worker->stopCall();
    QMetaObject::invokeMethod(
        m_worker.get(), [this, invitation, pin, device] { m_worker->enrol(invitation, pin, device); },
        Qt::QueuedConnection);
}

void SyncService::report(const SyncState& state) {
    m_state = state;
    if (state.phase != SyncState::Phase::listening) m_nudge.stop();
    emit stateChanged();
}

}  // namespace plumb::mobile
