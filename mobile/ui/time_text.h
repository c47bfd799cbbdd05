// Times and clocks as people of this tablet read them, in its own zone and the app's language. UI thread.
#pragma once

#include <QString>
#include <chrono>

#include "shared/base/clock.h"
#include "shared/store/clock_state.h"

namespace plumb::mobile {

inline qint64 msOf(TimePoint at) {
    return at.time_since_epoch().count();
}

QString clockText(qint64 ms);    // "08:41"
QString secondsText(qint64 ms);  // "08:41:07"
QString dayText(qint64 ms);      // "2026-11-22"
// "今天 08:41", "昨天 17:40", "11-20 09:05", with the year where it is another.
QString momentText(qint64 ms, qint64 nowMs);
// "快 3 天", "慢 5 小时": a clock that lacks `offset`.
QString clockErrorText(std::chrono::milliseconds offset);
// What a person must know before signing by a clock that is wrong: by how much, both times, what follows. "" where it
// counts as right.
QString clockSentence(const store::ClockState& clock, qint64 tabletMs);

}  // namespace plumb::mobile
