// The credential that an inspector shows: its code is signed anew every minute while the page is open, so that nobody
// needs to trust a picture of it. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QTimer>

#include "mobile/people/credential_code.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class CredentialModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.credential")
    Q_PROPERTY(QString code READ code NOTIFY changed)      // "" while there is none
    Q_PROPERTY(QString madeAt READ madeAt NOTIFY changed)  // to the second
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString device READ device NOTIFY changed)
    Q_PROPERTY(QString regions READ regions NOTIFY changed)          // by name
    Q_PROPERTY(QString certificate READ certificate NOTIFY changed)  // number and until when; "" where none is proved
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    // `store` outlives this.
    CredentialModel(StoreThread& store, QObject* parent);

    [[nodiscard]] const QString& code() const { return m_code.address; }
    [[nodiscard]] QString madeAt() const;
    [[nodiscard]] const QString& name() const { return m_code.name; }
    [[nodiscard]] const QString& device() const { return m_code.device; }
    [[nodiscard]] QString regions() const;
    [[nodiscard]] QString certificate() const;
    [[nodiscard]] QString problem() const { return m_problem.text(); }

    Q_INVOKABLE void open();
    // Nothing of it is kept.
    Q_INVOKABLE void close();

  signals:
    void changed();

  private:
    void renew();

    StoreThread& m_store;
    QTimer m_tick;
    CredentialCode m_code;
    Sentence m_problem;
};

}  // namespace plumb::mobile
