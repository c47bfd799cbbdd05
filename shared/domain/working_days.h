// Working days of the People's Republic of China: what deadlines "within 20 working days" are counted by. Which days
// are off, and which weekend days are worked in exchange, is announced year by year; a year that was not announced is
// not guessed. The data and its source: assets/calendar/working_days.json. Immutable; any thread.
#pragma once

#include <map>
#include <set>
#include <string>

#include "shared/base/civil_date.h"
#include "shared/base/json.h"

namespace plumb::domain {

enum class DayCount { working, calendar };
std::string_view dayCountName(DayCount count);
Result<DayCount> dayCountByName(std::string_view name);

struct WorkingYear {
    std::string source;  // the announcement
    std::set<Day> off, worked;
};

struct Deadline {
    Day day{};
    DayCount counted = DayCount::working;  // calendar where a year on the way is not known
};

class WorkingCalendar {
  public:
    // Malformed ("bad_calendar") with the path of the first fault.
    static Result<WorkingCalendar> parse(std::string_view text);
    // One year, as in the file; takes the place of what stood for it.
    Result<void> addYear(int year, const json::object& object);

    // The years of a calendar.published body; what cannot be read changes nothing.
    void addPublished(const json::object& body);

    // The announcement of a year; null where it is not known.
    [[nodiscard]] const WorkingYear* year(int year) const;
    // None where the year is not known.
    [[nodiscard]] std::optional<bool> isWorkingDay(Day day) const;
    // The last day of a term of `days` that begins the day after `from` (Civil Code, art. 201). Where a year on the way
    // is not known: so many calendar days, and it says so. REQUIRES: 0 <= days <= 3660.
    [[nodiscard]] Deadline deadline(Day from, int days, DayCount wanted) const;

  private:
    std::map<int, WorkingYear> m_years;
};

// As compiled in.
const WorkingCalendar& builtinWorkingCalendar();

}  // namespace plumb::domain
