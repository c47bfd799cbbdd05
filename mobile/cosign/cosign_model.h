// The second inspector's signature on a record: on this tablet beside the first one, with her own PIN, or by whoever is
// signed in, when a colleague's record waits for her. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/cosign/cosigning.h"
#include "mobile/people/person_row.h"
#include "mobile/sign/pin_signing.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

class CosignModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.cosign")
    Q_PROPERTY(QString record READ record NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(bool waits READ waits NOTIFY changed)
    Q_PROPERTY(bool own READ own NOTIFY changed)  // the first signature is that of whoever is signed in
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed)
    Q_PROPERTY(QString first READ first NOTIFY changed)
    Q_PROPERTY(QString second READ second NOTIFY changed)
    Q_PROPERTY(QString chosen READ chosen NOTIFY changed)
    Q_PROPERTY(QString chosenName READ chosenName NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* colleagues READ colleagues CONSTANT)

  public:
    // `store` outlives this.
    CosignModel(StoreThread& store, QObject* parent);

    [[nodiscard]] QString record() const { return m_info.record; }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] bool waits() const { return m_info.waits; }
    [[nodiscard]] bool own() const { return m_info.own; }
    [[nodiscard]] QString fingerprint() const { return m_info.fingerprint; }
    [[nodiscard]] QString first() const { return m_info.first; }
    [[nodiscard]] QString second() const { return m_info.second; }
    [[nodiscard]] QString chosen() const { return m_chosen; }
    [[nodiscard]] QString chosenName() const;
    [[nodiscard]] RowModel* colleagues() { return &m_colleagues; }

    Q_INVOKABLE void show(const QString& record);
    Q_INVOKABLE void choose(const QString& person);
    // With the PIN of who was chosen, or, of a colleague's record, of whoever is signed in.
    Q_INVOKABLE void sign(const QString& pin);
    void forget();

  signals:
    void changed();

  private:
    void refresh();

    CosignInfo m_info;
    QString m_chosen;
    bool m_ready = false;
    Rows<PersonRow> m_colleagues{this};
};

}  // namespace plumb::mobile
