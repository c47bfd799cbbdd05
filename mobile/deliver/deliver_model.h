// How the result of a signed inspection came to the inspected party, said after it was sealed, and signed with the PIN.
// UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/camera/camera_model.h"
#include "mobile/deliver/receipt_photo.h"
#include "mobile/sign/pin_signing.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

class DeliverModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.deliver")
    Q_PROPERTY(QString record READ record NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* receipts READ receipts CONSTANT)  // photos and receipts that go along
    Q_PROPERTY(plumb::mobile::ReceiptPhoto* photo READ photo CONSTANT)    // the one that is looked at
    Q_PROPERTY(QString shotOwner READ shotOwner NOTIFY changed)
    Q_PROPERTY(bool taking READ taking NOTIFY changed)  // one is being sealed

  public:
    // `store` outlives this.
    DeliverModel(StoreThread& store, QObject* parent);

    [[nodiscard]] QString record() const { return m_record; }
    [[nodiscard]] RowModel* receipts() { return &m_rows; }
    [[nodiscard]] ReceiptPhoto* photo() { return &m_photo; }
    [[nodiscard]] bool taking() const { return m_taking > 0; }

    Q_INVOKABLE void show(const QString& record);
    // `way` and `to` by the names of records (records/inspection/result_delivery.h).
    Q_INVOKABLE void sign(const QString& pin, const QString& way, const QString& to, const QString& name,
                          const QString& note);
    // The same file a second time is one.
    Q_INVOKABLE void attach(const QString& path);
    Q_INVOKABLE void remove(const QString& id);
    // What the camera is opened with, and what it took for that.
    static constexpr const char* kShots = "delivery";
    [[nodiscard]] QString shotOwner() const { return QString::fromLatin1(kShots) + u'\n' + m_record; }
    void takeShot(const TakenPhoto& shot, std::function<void(Result<QString>)> then);
    void forget() { show({}); }

  signals:
    void changed();

  private:
    void showReceipts();
    void put(Receipt receipt);

    QString m_record;
    DeliverAbout m_about;
    std::vector<Receipt> m_receipts;
    ReceiptPhoto m_photo;
    int m_taking = 0;
    Rows<NamedValueRow> m_rows{this};
};

}  // namespace plumb::mobile
