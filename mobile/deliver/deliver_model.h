// How the result of a signed inspection came to the inspected party, said after it was sealed, and signed with the PIN.
// UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/sign/pin_signing.h"

namespace plumb::mobile {

class DeliverModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.deliver")
    Q_PROPERTY(QString record READ record NOTIFY changed)

  public:
    // `store` outlives this.
    DeliverModel(StoreThread& store, QObject* parent) : PinSigning(store, parent) {}

    [[nodiscard]] QString record() const { return m_record; }

    Q_INVOKABLE void show(const QString& record);
    // `way` and `to` by the names of records (records/inspection/result_delivery.h).
    Q_INVOKABLE void sign(const QString& pin, const QString& way, const QString& to, const QString& name,
                          const QString& note);
    void forget() { show({}); }

  signals:
    void changed();

  private:
    QString m_record;
};

}  // namespace plumb::mobile
