// What Today reminds a person of by itself: drafts that nobody has touched for days, and records that have not left the
// tablet for a day. UI thread (it translates).
#pragma once

#include <optional>

#include "mobile/today/today_info.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

// "4 天没动了"; "" where the draft was touched within three days.
QString staleWord(const DraftInfo& draft, qint64 nowMs);
// A row that leads to the sync page; none where nothing has waited for a day.
std::optional<CardRow> unsentReminder(const TodayInfo& today);

// How many findings are due this very day; a row that leads to the list of them.
std::optional<CardRow> dueReminder(const TodayInfo& today, Day day);

}  // namespace plumb::mobile
