#include "mobile/deliver/delivering.h"

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/store/inspection_delivery.h"
#include "shared/store/inspection_history.h"
#include "shared/store/reference.h"

namespace plumb::mobile {

Result<DeliverAbout> readDeliverAbout(LocalStore& store, const QString& record) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto history = store::historyOf(**tablet, ss(record));
    if (!history) return fail(history.error());
    DeliverAbout out;
    if (const auto site = store::siteById(**tablet, history->newestLine().payload.site)) out.site = qs(site->name);
    if (const auto profile = (*tablet)->profile()) out.signer = qs(profile->personName);
    return out;
}

Result<Receipt> importReceipt(LocalStore& store, const PickedFile& file, const store::PhotoMoment& moment) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    if (file.picture) {
        auto photo = store::sealPhoto(**tablet, "", *file.picture, "", moment);
        if (!photo) return fail(photo.error());
        return Receipt{file.name, std::move(*photo), {}};
    }
    auto document = attachPicked(**tablet, "", file);
    if (!document) return fail(document.error());
    return Receipt{file.name, {}, std::move(*document)};
}

Result<Receipt> sealReceiptShot(LocalStore& store, const TakenPhoto& shot, const QString& name) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const store::PhotoMoment moment{record::PhotoOrigin::Way::camera, shot.where, shot.at};
    auto photo = store::sealPhoto(**tablet, "", *shot.picture, "", moment);
    if (!photo) return fail(photo.error());
    return Receipt{name, std::move(*photo), {}};
}

Result<void> deliver(LocalStore& store, const DeliverOrder& order) {
    const auto tablet = openedToSign(store, order.pin);
    if (!tablet) return fail(tablet.error());
    const auto way = records::resultDeliveryWayNamed(ss(order.way));
    if (!way) return fail(ErrorKind::malformed, "bad_value", "there is no such way to deliver a result");
    store::DeliveryRequest request{ss(order.record), *way, ss(order.to), ss(order.name), ss(order.note)};
    for (const auto& receipt : order.receipts) {
        if (receipt.photo) request.photos.push_back(*receipt.photo);
        if (receipt.document) request.receipts.push_back(*receipt.document);
    }
    request.where = order.where;
    const auto line = store::signDelivery(**tablet, request);
    return line ? Result<void>{} : Result<void>(fail(line.error()));
}

}  // namespace plumb::mobile
