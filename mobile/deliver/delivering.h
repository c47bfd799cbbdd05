// Says how the result of a signed inspection came to the inspected party. Blocking; on the vault thread.
#pragma once

#include <optional>
#include <vector>

#include "mobile/camera/camera_model.h"
#include "mobile/store/local_store.h"
#include "mobile/store/picked_file.h"
#include "shared/domain/place.h"
#include "shared/store/attached_file.h"
#include "shared/store/inspection_draft.h"

namespace plumb::mobile {

// What goes along with a delivery: a photo, which can be marked, or a document.
struct Receipt {
    QString name;
    std::optional<store::Photo> photo = {};
    std::optional<store::AttachedFile> document = {};

    [[nodiscard]] Sha256 hash() const { return photo ? photo->sha256 : document->sha256; }
    [[nodiscard]] std::uint64_t size() const { return photo ? photo->size : document->size; }
};

struct DeliverOrder {
    QString record, pin;
    QString way, to;  // by the names of records (records/inspection/result_delivery.h)
    QString name, note;
    std::vector<Receipt> receipts = {};
    std::optional<domain::Whereabouts> where = {};  // of this tablet
};

// Where the result is of, and who delivers it: what is burnt into copies of a photo.
struct DeliverAbout {
    QString site, signer;
};
// Not found: "no_record".
Result<DeliverAbout> readDeliverAbout(LocalStore& store, const QString& record);
// A photo at the moment and place at which it was chosen, or a document, sealed at once; named by the record that is
// signed. file_empty, no_image, no_document; the disk's errors.
Result<Receipt> importReceipt(LocalStore& store, const PickedFile& file, const store::PhotoMoment& moment);
// What the camera took, likewise: it says when and where.
Result<Receipt> sealReceiptShot(LocalStore& store, const TakenPhoto& shot, const QString& name);
// Refused: "wrong_pin", "pin_wait", and what store::signDelivery() refuses.
Result<void> deliver(LocalStore& store, const DeliverOrder& order);

}  // namespace plumb::mobile
