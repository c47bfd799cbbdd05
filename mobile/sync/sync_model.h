// The sync page and the chips that speak of it: what waits, how far, what went wrong in a sentence, and the log's
// health. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QTimer>

#include "mobile/store/store_thread.h"
#include "mobile/sync/pack_model.h"
#include "mobile/sync/queue.h"
#include "mobile/sync/storage_model.h"
#include "mobile/sync/sync_service.h"
#include "mobile/sync/waiting_row.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

class SyncModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.sync")
    Q_PROPERTY(plumb::mobile::RowModel* waiting READ waiting CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* health READ health CONSTANT)
    Q_PROPERTY(plumb::mobile::PackModel* pack READ pack CONSTANT)
    Q_PROPERTY(plumb::mobile::StorageModel* storage READ storage CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString bytesLeft READ bytesLeft NOTIFY changed)
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString word READ word NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    Q_PROPERTY(bool offline READ offline NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString problems READ problems NOTIFY changed)
    Q_PROPERTY(QString lastGood READ lastGood NOTIFY changed)
    Q_PROPERTY(QString traffic READ traffic NOTIFY changed)
    Q_PROPERTY(bool logForgot READ logForgot NOTIFY changed)
    Q_PROPERTY(QString notThere READ notThere NOTIFY changed)  // "" where the server has said that it holds every file
    Q_PROPERTY(QString revoked READ revoked NOTIFY changed)    // "" where this device's key stands
    Q_PROPERTY(QString doubted READ doubted NOTIFY changed)    // "" where every line of the log is believed
    Q_PROPERTY(bool unsent READ unsent NOTIFY changed)
    Q_PROPERTY(QString exported READ exported NOTIFY changed)  // what the last export came to
    Q_PROPERTY(QString clock READ clock NOTIFY changed)        // "" where the tablet's clock counts as right

    Q_PROPERTY(bool stopped READ stopped NOTIFY changed)             // the person paused it
    Q_PROPERTY(QString stoppedLong READ stoppedLong NOTIFY changed)  // a sentence where something waits for a day so
    Q_PROPERTY(QString network READ network NOTIFY changed)          // what network there is, in words
    Q_PROPERTY(QString held READ held NOTIFY changed)                // what waits for Wi-Fi; "" where nothing does

  public:
    // All that is passed outlives this.
    SyncModel(StoreThread& store, SyncService& service, QObject* parent);

    [[nodiscard]] RowModel* waiting() { return &m_waiting; }
    [[nodiscard]] RowModel* health() { return &m_health; }
    [[nodiscard]] PackModel* pack() { return &m_pack; }
    [[nodiscard]] StorageModel* storage() { return &m_storage; }
    [[nodiscard]] int count() const { return m_waiting.rowCount(); }
    [[nodiscard]] QString bytesLeft() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString word() const;
    [[nodiscard]] bool running() const { return m_service.state().phase == SyncState::Phase::syncing; }
    [[nodiscard]] bool offline() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString problems() const;
    [[nodiscard]] QString lastGood() const;
    [[nodiscard]] QString traffic() const;
    [[nodiscard]] bool logForgot() const;
    [[nodiscard]] QString notThere() const;
    [[nodiscard]] QString clock() const;
    [[nodiscard]] QString revoked() const;
    [[nodiscard]] QString doubted() const;
    [[nodiscard]] bool unsent() const { return m_queue.unsentRecords > 0 || m_queue.filesMissing > 0; }
    [[nodiscard]] QString exported() const { return m_exported; }

    [[nodiscard]] bool stopped() const { return m_service.isStopped(); }
    [[nodiscard]] QString stoppedLong() const;
    [[nodiscard]] QString network() const;
    [[nodiscard]] QString held() const;

    Q_INVOKABLE void refresh();
    // What one person's queue holds is none of the next one's.
    void forget();
    // Goes on where it was paused, too.
    Q_INVOKABLE void syncNow();
    Q_INVOKABLE void pause();
    // What waits for Wi-Fi goes over whatever network there is, this once.
    Q_INVOKABLE void sendHeldNow();
    Q_INVOKABLE void exportUnsent();
    // Into this folder; `exported` says where it is.
    Q_INVOKABLE void exportDiagnostics(const QString& folder);

  signals:
    void changed();

  private:
    void show();
    [[nodiscard]] QString reasonOf(const WaitingInfo& fact) const;

    StoreThread& m_store;
    SyncService& m_service;
    QueueInfo m_queue;
    QString m_exported;
    int m_asked = 0;  // answers to earlier questions are not what is asked for now
    Rows<WaitingRow> m_waiting{this};
    Rows<NamedValueRow> m_health{this};
    PackModel m_pack;
    StorageModel m_storage;
    QTimer m_settle;  // progress comes in bursts: the queue is read again at most this often
};

}  // namespace plumb::mobile
