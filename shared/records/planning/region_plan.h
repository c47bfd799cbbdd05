// Which of several annual plans of one region and year is the region's. The first that was approved is; another one is
// approved only where it says that it takes that one's place (`supersedes`), and takes it when it is published. Until
// then, and where nothing is published yet, the one before stands. A plan whose place was taken takes it back by a
// further version, as often as that happens: publications count in the log's order. Plans of a wider region stand
// beside it. Pure; any thread.
#pragma once

#include <span>

#include "shared/records/planning/plan.h"

namespace plumb::records {

// Of plans of one region; null: none was approved. `year`: of the newest version that was approved. Lines that a log
// took before the rule may have left several that were approved: the first one stands.
const PlanRow* regionsPlan(std::span<const PlanRow> plans, std::int64_t year);

// Whether the line, an approval or a publication of `row`, leaves the region with one plan. `plans`: all of its region,
// with `row` or without. Refused plan_another.
Result<void> mayBeRegions(const PlanRow& row, const record::Payload& payload, std::span<const PlanRow> plans);

}  // namespace plumb::records
