// What lives on the sync thread; see sync_service.h. Only stopCall() may be called from elsewhere.
#pragma once

#include <QDeadlineTimer>
#include <atomic>

#include "mobile/sync/file_fetch.h"
#include "mobile/sync/sync_service.h"

namespace plumb::mobile {

class SyncWorker : public QObject {
    Q_OBJECT

  public:
    SyncWorker(SyncService& service, QString home, Clock clock);

    void begin(const std::filesystem::path& folder, const crypto::DataKey& key);
    void end();
    void sync();
    void fetch(const std::vector<Sha256>& files);
    void exchange(PackInfo::Step step, const QString& path);
    void release();
    void enrol(const QString& invitation, const QString& pin, const QString& device);

    // The person stopped the sync.
    void rest();

    // Any thread: ends the call that is under way.
    void stopCall();
    // Any thread: whether anything goes by itself; whether attachments wait for another network; whether there is none.
    void allow(bool allowed) { m_allowed = allowed; }
    void holdFiles(bool held) { m_holdFiles = held; }
    void cutOff(bool cut) { m_cutOff = cut; }

  private:
    Result<sync::Enrolled> enrolOrGoOn(const domain::Invitation& invitation, const std::string& pin,
                                       const std::string& device);
    void listen();
    void failed(const Error& error);
    void publish();

    SyncService& m_service;  // outlives this; spoken to by queued calls only
    QString m_home;
    Clock m_clock;
    std::unique_ptr<store::TabletStore> m_store;
    std::mutex m_engineGuard;  // for stopCall against begin and end
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<FileFetch> m_fetch;
    std::atomic<bool> m_allowed{true}, m_holdFiles{false}, m_cutOff{false};
    QTimer m_next;  // the next try, or the next time to listen
    int m_failures = 0;
    int m_leftOver = 0;          // runs in a row after which files or lines were still not proved at the server
    QDeadlineTimer m_retryLeft;  // not before
    bool m_news = false;         // the long poll brought something that no list was told of yet
    SyncState m_state;
};

}  // namespace plumb::mobile
