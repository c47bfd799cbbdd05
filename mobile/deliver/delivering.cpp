#include "mobile/deliver/delivering.h"

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/store/inspection_delivery.h"

namespace plumb::mobile {

Result<void> deliver(LocalStore& store, const DeliverOrder& order) {
    const auto tablet = openedToSign(store, order.pin);
    if (!tablet) return fail(tablet.error());
    const auto way = records::resultDeliveryWayNamed(ss(order.way));
    if (!way) return fail(ErrorKind::malformed, "bad_value", "there is no such way to deliver a result");
    const auto line =
        store::signDelivery(**tablet, {ss(order.record), *way, ss(order.to), ss(order.name), ss(order.note)});
    return line ? Result<void>{} : Result<void>(fail(line.error()));
}

}  // namespace plumb::mobile
