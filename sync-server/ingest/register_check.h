// A check that is proposed, held against the registers of what may be inspected as this log has them
// (records/reference/item_register.h). For the thread of the writer.
#pragma once

#include "shared/record/payload.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// As records::checkRegistered, of the registers for the check's place that hold on its planned day.
Result<void> checkItemsRegistered(const record::Payload& payload, StoreReader& reader);

}  // namespace plumb::server
