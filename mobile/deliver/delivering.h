// Says how the result of a signed inspection came to the inspected party. Blocking; on the vault thread.
#pragma once

#include "mobile/store/local_store.h"

namespace plumb::mobile {

struct DeliverOrder {
    QString record, pin;
    QString way, to;  // by the names of records (records/inspection/result_delivery.h)
    QString name, note;
};
// Refused: "wrong_pin", "pin_wait", and what store::signDelivery() refuses.
Result<void> deliver(LocalStore& store, const DeliverOrder& order);

}  // namespace plumb::mobile
