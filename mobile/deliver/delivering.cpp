#include "mobile/deliver/delivering.h"

#include <QFileInfo>
#include <QMimeDatabase>

#include "mobile/people/unlocking.h"
#include "mobile/store/file_content.h"
#include "mobile/ui/text.h"
#include "shared/store/inspection_delivery.h"
#include "shared/store/inspection_draft.h"

namespace plumb::mobile {

Result<store::AttachedFile> importReceipt(LocalStore& store, const QString& path) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto content = contentOf(path);
    if (!content) return fail(content.error());
    const QString name = QFileInfo(path).fileName();
    const QString type = QMimeDatabase().mimeTypeForFileNameAndData(name, *content).name();
    return store::importAttached(**tablet, "", viewOf(*content), ss(type), ss(name));
}

Result<store::AttachedFile> sealReceiptShot(LocalStore& store, const TakenPhoto& shot, const QString& name) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const store::PhotoMoment moment{record::PhotoOrigin::Way::camera, shot.where, shot.at};
    const auto photo = store::sealPhoto(**tablet, "", *shot.picture, "", moment);
    if (!photo) return fail(photo.error());
    return store::AttachedFile{photo->sha256, photo->size, photo->type, "", ss(name), photo->origin};
}

Result<void> deliver(LocalStore& store, const DeliverOrder& order) {
    const auto tablet = openedToSign(store, order.pin);
    if (!tablet) return fail(tablet.error());
    const auto way = records::resultDeliveryWayNamed(ss(order.way));
    if (!way) return fail(ErrorKind::malformed, "bad_value", "there is no such way to deliver a result");
    const auto line = store::signDelivery(
        **tablet, {ss(order.record), *way, ss(order.to), ss(order.name), ss(order.note), order.receipts, order.where});
    return line ? Result<void>{} : Result<void>(fail(line.error()));
}

}  // namespace plumb::mobile
