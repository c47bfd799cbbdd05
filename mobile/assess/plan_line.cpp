#include "mobile/assess/plan_line.h"

#include <algorithm>

namespace plumb::mobile {

namespace {
constexpr int kFarthest = 366;  // days: a pace that leads farther is no forecast
}

int PlanLine::span() const {
    return static_cast<int>((closes - opens).count()) + 1;
}

int PlanLine::daysLeft() const {
    return static_cast<int>((closes - today).count());
}

int PlanLine::plannedTenths(Day day) const {
    if (span() <= 0 || day < opens) return 0;
    if (day >= closes) return total * 10;
    const int gone = static_cast<int>((day - opens).count()) + 1;
    return (total * 10 * gone + span() / 2) / span();
}

int PlanLine::aheadTenths() const {
    return (byDay.empty() ? 0 : byDay.back() * 10) - plannedTenths(today);
}

std::optional<Day> PlanLine::doneAtThisPace() const {
    const int answered = byDay.empty() ? 0 : byDay.back();
    if (answered == 0 || answered >= total || today < opens) return {};
    const int gone = static_cast<int>((today - opens).count()) + 1;
    const int more = ((total - answered) * gone + answered - 1) / answered;
    if (more > kFarthest) return {};
    return today + std::chrono::days(more);
}

PlanLine planLine(Day opens, Day closes, Day today, int total, const std::vector<Day>& answeredOn) {
    PlanLine line{opens, closes, today, total, {}};
    const Day last = std::min(today, closes);
    for (Day day = opens; day <= last; day += std::chrono::days(1))
        line.byDay.push_back(static_cast<int>(std::ranges::count_if(answeredOn, [&](Day on) { return on <= day; })));
    // What came after the last day is late, and counts all the same.
    if (!line.byDay.empty() && today > closes) line.byDay.back() = static_cast<int>(answeredOn.size());
    return line;
}

bool isWeekend(Day day) {
    const std::chrono::weekday weekday(day);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

}  // namespace plumb::mobile
