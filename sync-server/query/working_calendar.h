// The calendar of working days as of the log: what is compiled in, and every year that was published since. For the
// thread of the reader.
#pragma once

#include "shared/domain/working_days.h"
#include "sync-server/store/store.h"

namespace plumb::server {

domain::WorkingCalendar calendarOf(StoreReader& reader);

}  // namespace plumb::server
