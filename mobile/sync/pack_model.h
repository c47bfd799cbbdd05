// Sync by file on the sync page: written to a stick, carried for a colleague, an answer taken; and what came of it, in
// a sentence. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/sync/sync_service.h"

namespace plumb::mobile {

class PackModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.sync.pack")
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString said READ said NOTIFY changed)  // what the last exchange came to; "" before the first
    Q_PROPERTY(QString tone READ tone NOTIFY changed)  // of that: info, part, fail

  public:
    // `service` outlives this.
    PackModel(SyncService& service, QObject* parent);

    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString said() const;
    [[nodiscard]] QString tone() const;

    Q_INVOKABLE void write(const QString& folder);
    Q_INVOKABLE void carry(const QString& file);
    Q_INVOKABLE void take(const QString& file);
    Q_INVOKABLE void forget();

  signals:
    void changed();

  private:
    void begin(PackInfo::Step step, const QString& path);

    SyncService& m_service;
    bool m_busy = false;
    std::optional<PackInfo> m_done;
    std::optional<Error> m_error;
};

}  // namespace plumb::mobile
