// The photo of a delivery that a person looks at and marks before it is signed. UI thread.
#pragma once

#include "mobile/deliver/delivering.h"
#include "mobile/photo/photo_in_hand.h"

namespace plumb::mobile {

class ReceiptPhoto : public PhotoInHand {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("DeliverModel.photo")

  public:
    // What is open; all of it outlives this.
    struct Delivery {
        std::vector<Receipt>& receipts;
        const DeliverAbout& about;
    };
    ReceiptPhoto(StoreThread& store, Delivery delivery, QObject* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString position() const override;

  private:
    [[nodiscard]] const store::Photo* photo() const override;
    [[nodiscard]] About about() const override;
    void change(const std::function<void(store::Photo&)>& how) override;

    Delivery m_delivery;
};

}  // namespace plumb::mobile
