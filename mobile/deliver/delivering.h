// Says how the result of a signed inspection came to the inspected party. Blocking; on the vault thread.
#pragma once

#include "mobile/camera/camera_model.h"
#include "mobile/store/local_store.h"
#include "shared/store/attached_file.h"

namespace plumb::mobile {

struct DeliverOrder {
    QString record, pin;
    QString way, to;  // by the names of records (records/inspection/result_delivery.h)
    QString name, note;
    std::vector<store::AttachedFile> receipts = {};
    std::optional<domain::Whereabouts> where = {};  // of this tablet
};
// A photo or a receipt, sealed at once; named by the record that is signed. file_empty, no_image, no_document; the
// disk's errors.
Result<store::AttachedFile> importReceipt(LocalStore& store, const QString& path);
// What the camera took, likewise: it says when and where.
Result<store::AttachedFile> sealReceiptShot(LocalStore& store, const TakenPhoto& shot, const QString& name);
// Refused: "wrong_pin", "pin_wait", and what store::signDelivery() refuses.
Result<void> deliver(LocalStore& store, const DeliverOrder& order);

}  // namespace plumb::mobile
