// What people read of the days by which findings are to be put right. UI thread.
#pragma once

#include <QString>

#include "shared/domain/working_days.h"

namespace plumb::mobile {

// "2026-11-29 星期日"
QString dayWithWeekday(Day day);
// What a term was counted by: the announcement of each year on the way, or that one is not known.
QString countedBy(const domain::WorkingCalendar& calendar, Day from, const domain::Deadline& deadline);
// "逾期 1 天", "今天到期", "剩 2 天"
QString leftText(Day due, Day today);
// fail where it has passed, part where it is near, "" else.
QString leftTone(Day due, Day today);

}  // namespace plumb::mobile
