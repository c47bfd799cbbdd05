// How far a self-assessment is, day by day, beside the straight line from nothing on its first day to everything on its
// last one. Days are those of the tablet's zone. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "shared/base/civil_date.h"

namespace plumb::mobile {

struct PlanLine {
    Day opens{}, closes{}, today{};
    int total = 0;
    // Answered by the end of each day, from the first day of the round up to today, or to its last day where that is
    // over: what came later stands at that one.
    std::vector<int> byDay;

    // Days from `opens` to `closes`, both counted.
    [[nodiscard]] int span() const;
    // Days after today: 0 on the last day of the round, less after it.
    [[nodiscard]] int daysLeft() const;
    // What the line says by the end of that day, in tenths of an item.
    [[nodiscard]] int plannedTenths(Day day) const;
    // Tenths of an item ahead of the line (behind it: negative) today.
    [[nodiscard]] int aheadTenths() const;
    // The day on which all will be answered if it goes on as it did since the first day; none before anything is
    // answered, and none where that is more than a year away.
    [[nodiscard]] std::optional<Day> doneAtThisPace() const;
};

// `answeredOn`: of each item that is answered, the day on which somebody first answered it.
PlanLine planLine(Day opens, Day closes, Day today, int total, const std::vector<Day>& answeredOn);

bool isWeekend(Day day);

}  // namespace plumb::mobile
