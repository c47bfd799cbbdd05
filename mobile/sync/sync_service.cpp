#include "mobile/sync/sync_service.h"

#include "mobile/sync/sync_worker.h"
#include "mobile/sync/tuning.h"

namespace plumb::mobile {

SyncService::SyncService(const QString& home, Clock clock, std::unique_ptr<NetworkSource> network)
    : m_network(network ? std::move(network) : std::make_unique<FixedNetwork>(NetworkKind::unknown)),
      m_worker(std::make_unique<SyncWorker>(*this, home, std::move(clock))) {
    m_thread.setObjectName(QStringLiteral("sync"));
    m_worker->moveToThread(&m_thread);
    m_nudge.setInterval(kNudge);
    connect(&m_nudge, &QTimer::timeout, this, [this] { m_worker->stopCall(); });
    connect(m_network.get(), &NetworkSource::changed, this, &SyncService::decide);
    decide();
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
    // What the run that is stopped has to say is nobody's any more.
    m_ending = true;
    m_state = {};
    emit stateChanged();
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_worker->end(); }, Qt::QueuedConnection);
}

void SyncService::interruptListening() {
    if (m_state.phase != SyncState::Phase::listening) return;
    m_worker->stopCall();
    m_nudge.start();
}

void SyncService::setStopped(bool stopped) {
    if (stopped == m_stopped) return;
    m_stopped = stopped;
    m_worker->allow(!stopped);
    if (!stopped) return syncNow();
    m_sendAll = false;
    decide();
    m_worker->stopCall();
    m_nudge.start();
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_worker->rest(); }, Qt::QueuedConnection);
}

void SyncService::setPhotosOnWifi(bool only) {
    m_photosOnWifi = only;
    decide();
}

void SyncService::sendHeldNow() {
    m_sendAll = true;
    decide();
}

void SyncService::decide() {
    const auto kind = m_network->kind();
    const bool held = std::exchange(m_holds, m_photosOnWifi && !m_sendAll && kind != NetworkKind::wifi);
    m_worker->holdFiles(m_holds);
    m_worker->cutOff(kind == NetworkKind::none && m_network->isCertain());
    emit stateChanged();
    if (held && !m_holds && !m_stopped) syncNow();
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

void SyncService::release() {
    interruptListening();
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_worker->release(); }, Qt::QueuedConnection);
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
    if (m_ending && state.phase != SyncState::Phase::off) return;
    m_ending = false;
    m_state = state;
    const bool ends = m_stopped && state.phase == SyncState::Phase::syncing;
    if (state.phase != SyncState::Phase::listening && !ends) m_nudge.stop();
    // A run went through: what was let go over this network went.
    if (m_sendAll && state.phase == SyncState::Phase::listening && state.filesHeld == 0) {
        m_sendAll = false;
        decide();
    }
    if (state.error && state.error->code == "key_revoked" && state.phase == SyncState::Phase::paused) emit revoked();
    emit stateChanged();
}

}  // namespace plumb::mobile
