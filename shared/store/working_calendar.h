// The calendar of working days as this device knows it: the years that the program brings, and those that were
// published since. The store's thread.
#pragma once

#include "shared/domain/working_days.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// Of a year that was published more than once the newest line holds; one that cannot be read changes nothing.
domain::WorkingCalendar workingCalendar(const TabletStore& store);

}  // namespace plumb::store
