// What happens when, in order of time. An event may cause others, later than itself; what would happen after the end
// does not happen, and so leaves the world in the middle of things. Events of one moment go in the order in which they
// were planned. One thread.
#pragma once

#include <functional>
#include <map>

#include "shared/base/civil_date.h"
#include "shared/base/clock.h"

namespace plumb::province {

// Where all of it happens: UTC+8.
constexpr std::chrono::minutes kZone{8 * 60};

class Timeline {
  public:
    Timeline(TimePoint begin, TimePoint end) : m_now(begin), m_end(end) {}

    [[nodiscard]] TimePoint now() const { return m_now; }
    [[nodiscard]] TimePoint end() const { return m_end; }
    [[nodiscard]] Instant instant() const { return {m_now, kZone}; }
    // What is planned before now happens now.
    void plan(TimePoint at, std::function<void()> event);
    void run();

  private:
    TimePoint m_now, m_end;
    std::multimap<TimePoint, std::function<void()>> m_events;
};

Day localDay(TimePoint at);
TimePoint atTime(Day day, int hour, int minute, int second = 0);
int monthOf(Day day);  // 1 … 12
// Whether offices work: Monday to Friday but for the days around New Year, Spring Festival, May Day and National Day.
// These are stand-ins for any year, not the State Council's calendar: nothing falls due by them.
bool isOfficeDay(Day day);
// The n-th office day after `day`.
Day officeDayAfter(Day day, int n);

}  // namespace plumb::province
