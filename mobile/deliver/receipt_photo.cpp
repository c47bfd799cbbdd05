#include "mobile/deliver/receipt_photo.h"

#include "mobile/ui/text.h"

namespace plumb::mobile {

ReceiptPhoto::ReceiptPhoto(StoreThread& store, Delivery delivery, QObject* parent)
    : PhotoInHand(store, parent), m_delivery(delivery) {}

const store::Photo* ReceiptPhoto::photo() const {
    if (hash().isEmpty()) return nullptr;
    for (const auto& one : m_delivery.receipts)
        if (one.photo && qs(one.photo->sha256.hex()) == hash()) return &*one.photo;
    return nullptr;
}

PhotoInHand::About ReceiptPhoto::about() const {
    // It is taken after the visit, and often elsewhere: neither its time nor the site's boundary is held against it.
    return {m_delivery.about.site, tr("送达"), m_delivery.about.signer};
}

void ReceiptPhoto::change(const std::function<void(store::Photo&)>& how) {
    for (auto& one : m_delivery.receipts)
        if (one.photo && qs(one.photo->sha256.hex()) == hash()) how(*one.photo);
    emit changed();
}

QString ReceiptPhoto::title() const {
    return photo() ? tr("送达的照片或回执") : QString();
}

QString ReceiptPhoto::position() const {
    if (!photo()) return {};
    int number = 0, count = 0;
    for (const auto& one : m_delivery.receipts) {
        if (!one.photo) continue;
        ++count;
        if (qs(one.photo->sha256.hex()) == hash()) number = count;
    }
    return tr("第 %1 张，共 %2 张 · 标记是单独图层，原图不变").arg(number).arg(count);
}

}  // namespace plumb::mobile
