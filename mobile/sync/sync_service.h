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

#include "mobile/sync/pack_info.h"
#include "shared/sync/engine.h"
#include "shared/sync/enrolment.h"

namespace plumb::mobile {

struct SyncState {
    enum class Phase { off, syncing, listening, paused } phase = Phase::off;
    sync::Progress progress;
    std::optional<Error> error;         // why the last run failed
    std::vector<std::string> problems;  // what the last run could not do
    qint64 lastGoodMs = 0;              // end of the last run that went through
    qint64 nextTryMs = 0;               // when paused
    quint64 bytesUp = 0, bytesDown = 0;
};

class SyncWorker;

class SyncService : public QObject {
    Q_OBJECT

  public:
    SyncService(const QString& home, Clock clock);
    ~SyncService() override;

    // After unlocking: this person's store is synced from now on.
    void begin(const std::filesystem::path& folder, const crypto::DataKey& key);
    // On locking; ends a call that is under way.
    void end();
    // At once, whatever the pause.
    void syncNow();

    // Files that somebody wants to look at; answered by fetched() or fetchFailed().
    void fetch(const std::vector<Sha256>& files);
    // By file; answered by packDone() or packFailed().
    void exchange(PackInfo::Step step, const QString& path);
    void enrol(const QString& invitation, const QString& pin, const QString& device);

    [[nodiscard]] const SyncState& state() const { return m_state; }

  signals:
    void stateChanged();
    // The store was written by a sync: lists may look different.
    void storeChanged();
    // Something came from the server: sites and checklists may be among it.
    void referenceChanged();
    void fetched();
    void fetchFailed(const plumb::Error& error);
    void packDone(const plumb::mobile::PackInfo& done);
    void packFailed(const plumb::Error& error);
    void enrolled(const QString& folder);
    void enrolFailed(const plumb::Error& error);

  private:
    friend class SyncWorker;
    void report(const SyncState& state);
    // A long poll holds the thread: it is ended first. A run that is already going is let go on.
    void interruptListening();

    QThread m_thread;
    std::unique_ptr<SyncWorker> m_worker;  // lives on m_thread; goes after it has ended
    SyncState m_state;                     // UI thread's copy
    QTimer m_nudge;                        // while a sync was asked for and the worker still listens
};

}  // namespace plumb::mobile

Q_DECLARE_METATYPE(plumb::Error)
