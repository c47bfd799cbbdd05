// How often each registered item may be inspected at one enterprise in a year (`most` of register.published), as the
// yearly cap of visits is asked (burden.h): beyond it goes a check that says why, since its head's approval is the
// second signature. An inspection names items through the check that it is for, so that checks are counted: those of
// the enterprise's sites, planned in the year, that were approved or are urgent, and whose task was not cancelled.
// Pure; any thread.
#pragma once

#include <functional>

#include "shared/records/planning/check.h"
#include "shared/records/reference/item_register.h"

namespace plumb::records {

// How many other checks of the year are for the item.
using TimesInspected = std::function<std::int64_t(const RegisterItem& item)>;

// `registers`: those that hold for the place on the planned day. "item_cap_reached" of the first item that is named and
// was inspected as often as its register allows, where the check does not say why it is again.
Result<void> mayInspectItems(const PlannedCheck& check, const std::vector<ItemRegister>& registers,
                             const TimesInspected& times);

// Whether a check is one that is counted, but for its task.
bool countsForItems(const CheckRow& row, int year);

}  // namespace plumb::records
