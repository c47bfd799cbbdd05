// The storage card: what is held, what is left, what can be let go of, and doing so. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/store/store_thread.h"
#include "mobile/sync/storage_info.h"
#include "mobile/sync/sync_service.h"
#include "mobile/ui/rows.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class StorageModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.sync.storage")
    Q_PROPERTY(plumb::mobile::RowModel* rows READ rows CONSTANT)
    Q_PROPERTY(QString releasable READ releasable NOTIFY changed)  // "" where nothing can be let go of
    Q_PROPERTY(QString low READ low NOTIFY changed)                // "" where there is room enough for a check
    Q_PROPERTY(QString said READ said NOTIFY changed)              // what letting go came to
    Q_PROPERTY(bool failed READ failed NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

  public:
    // Both outlive this.
    StorageModel(StoreThread& store, SyncService& service, QObject* parent);

    [[nodiscard]] RowModel* rows() { return &m_rows; }
    [[nodiscard]] QString releasable() const;
    [[nodiscard]] QString low() const;
    [[nodiscard]] QString said() const { return m_said.text(); }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool busy() const { return m_busy; }

    Q_INVOKABLE void refresh();
    // Asks the server again first; what it does not hold any more stays.
    Q_INVOKABLE void release();
    // Of a person who is at the tablet no more.
    void forget();

  signals:
    void changed();

  private:
    void show();

    StoreThread& m_store;
    SyncService& m_service;
    StorageInfo m_info;
    Rows<NamedValueRow> m_rows{this};
    Sentence m_said;
    bool m_failed = false, m_busy = false;
};

}  // namespace plumb::mobile
