#include "tools/province/timeline.h"

#include <algorithm>

namespace plumb::province {

namespace chrono = std::chrono;

void Timeline::plan(TimePoint at, std::function<void()> event) {
    m_events.emplace(std::max(at, m_now), std::move(event));
}

void Timeline::run() {
    while (!m_events.empty() && m_events.begin()->first < m_end) {
        const auto next = m_events.extract(m_events.begin());
        m_now = next.key();
        next.mapped()();
    }
    m_now = m_end;
}

Day localDay(TimePoint at) {
    return dayOf({at, kZone});
}

TimePoint atTime(Day day, int hour, int minute, int second) {
    return TimePoint(day.time_since_epoch()) + chrono::hours(hour) + chrono::minutes(minute) + chrono::seconds(second) -
           kZone;
}

int monthOf(Day day) {
    return static_cast<int>(static_cast<unsigned>(chrono::year_month_day(day).month()));
}

bool isOfficeDay(Day day) {
    const chrono::weekday weekday(day);
    if (weekday == chrono::Saturday || weekday == chrono::Sunday) return false;
    const chrono::year_month_day date(day);
    const auto month = static_cast<unsigned>(date.month()), of = static_cast<unsigned>(date.day());
    return !(month == 1 && of <= 3) && !(month == 2 && of >= 10 && of <= 20) && !(month == 5 && of <= 5) &&
           !(month == 10 && of <= 7);
}

Day officeDayAfter(Day day, int n) {
    while (n > 0) {
        day += chrono::days(1);
        if (isOfficeDay(day)) --n;
    }
    return day;
}

}  // namespace plumb::province
