// The sync thread: owns a store connection of its own and the sync engine. It syncs when somebody signs in, when
// something was signed, when the server has news (long poll), and again after a failure with growing pauses (with
// jitter, so that a fleet coming back to a network does not knock all at once). Enrolling, which needs the network too,
// happens here.
//
// Everything public is called on the UI thread and returns at once; signals arrive there as queued calls.
#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>
#include <memory>
#include <mutex>

#include "mobile/sync/network_source.h"
#include "mobile/sync/pack_info.h"
#include "shared/sync/engine.h"
#include "shared/sync/enrolment.h"

namespace plumb::mobile {

struct SyncState {
    // paused: after a failure, until the next try. stopped: the person said so, until she says otherwise.
    enum class Phase { off, syncing, listening, paused, stopped } phase = Phase::off;
    sync::Progress progress;
    std::optional<Error> error;         // why the last run failed
    std::vector<std::string> problems;  // what the last run could not do
    qint64 lastGoodMs = 0;              // end of the last run that went through
    qint64 nextTryMs = 0;               // when paused
    bool serverSaidWhen = false;        // and it was the server that named that time
    std::size_t filesHeld = 0;          // that the last run left since they wait for Wi-Fi
    quint64 bytesUp = 0, bytesDown = 0;
};

class SyncWorker;

class SyncService : public QObject {
    Q_OBJECT

  public:
    // `network` none: one that nobody knows anything of.
    SyncService(const QString& home, Clock clock, std::unique_ptr<NetworkSource> network = {});
    ~SyncService() override;

    // After unlocking: this person's store is synced from now on.
    void begin(const std::filesystem::path& folder, const crypto::DataKey& key);
    // On locking; ends a call that is under way.
    void end();
    // At once, whatever the pause; not while the person has stopped it.
    void syncNow();
    // Nothing goes or comes by itself any more; a call that is under way ends. What somebody asks for herself, a photo
    // or an exchange file, still does.
    void setStopped(bool stopped);
    [[nodiscard]] bool isStopped() const { return m_stopped; }
    // Photos and other attachments wait while the network is none that costs nothing.
    void setPhotosOnWifi(bool only);
    // This once over whatever network there is: until a run went through, or the person stops it.
    void sendHeldNow();
    [[nodiscard]] NetworkKind network() const { return m_network->kind(); }
    // Whether attachments wait for Wi-Fi now.
    [[nodiscard]] bool holdsFiles() const { return m_holds; }

    // Files that somebody wants to look at; answered by fetched() or fetchFailed().
    void fetch(const std::vector<Sha256>& files);
    // By file; answered by packDone() or packFailed().
    void exchange(PackInfo::Step step, const QString& path);
    // Originals that the server holds are let go of; answered by released() or releaseFailed().
    void release();
    void enrol(const QString& invitation, const QString& pin, const QString& device);

    [[nodiscard]] const SyncState& state() const { return m_state; }

  signals:
    void stateChanged();
    // The store was written by a sync: lists may look different.
    void storeChanged();
    // This device's key was revoked, and the log proves it.
    void revoked();
    // Something came from the server: sites and checklists may be among it.
    void referenceChanged();
    void fetched();
    void fetchFailed(const plumb::Error& error);
    void packDone(const plumb::mobile::PackInfo& done);
    void packFailed(const plumb::Error& error);
    void released(int files, qint64 bytes, int lost, const QString& stopped);
    void releaseFailed(const plumb::Error& error);
    void enrolled(const QString& folder);
    void enrolFailed(const plumb::Error& error);

  private:
    friend class SyncWorker;
    void report(const SyncState& state);
    // A long poll holds the thread: it is ended first. A run that is already going is let go on.
    void interruptListening();
    // Decides anew whether files are held; where they no longer are, they go.
    void decide();

    std::unique_ptr<NetworkSource> m_network;
    bool m_stopped = false, m_photosOnWifi = false, m_sendAll = false, m_holds = false;
    bool m_ending = false;  // until the worker has ended, and says so
    QThread m_thread;
    std::unique_ptr<SyncWorker> m_worker;  // lives on m_thread; goes after it has ended
    SyncState m_state;                     // UI thread's copy
    QTimer m_nudge;                        // while a sync was asked for and the worker still listens
};

}  // namespace plumb::mobile

Q_DECLARE_METATYPE(plumb::Error)
