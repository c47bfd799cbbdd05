// A check that is proposed, or approved, held against the registers of what may be inspected as this log has them
// (records/reference/item_register.h), and against how often they allow it (records/planning/item_burden.h). For the
// thread of the writer.
#pragma once

#include "shared/records/planning/check.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// As records::checkRegistered and records::mayInspectItems, of the registers for the check's place that hold on its
// planned day.
Result<void> checkItemsRegistered(const records::PlannedCheck& check, const std::string& site,
                                  const std::string& region, StoreReader& reader);
// The second alone, of a check that is to be approved: others may have been approved since it was proposed.
Result<void> checkItemsLeft(const records::CheckRow& row, StoreReader& reader);

}  // namespace plumb::server
