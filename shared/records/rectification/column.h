// Where a finding stands for whoever looks over many of them: the columns of a board and of a list, by who has to act
// next. One rule for the server's board and the tablet's lists. Pure; any thread.
#pragma once

#include "shared/records/rectification/case.h"

namespace plumb::records {

enum class FindingColumn {
    waits,           // the inspection that states it was not accepted, and nothing was ordered
    toOrder,         // of an accepted inspection; nothing was ordered
    withEnterprise,  // ordered, delivered or failed again
    reported,        // reported or objected to: an answer is due
    closed,          // nothing more happens to it
};
FindingColumn columnOf(const CaseRow& row, const FindingRow& finding);

// "to_order" …; that of `waits` is "waits", which no board shows.
std::string_view columnName(FindingColumn column);
std::optional<FindingColumn> columnNamed(std::string_view name);

}  // namespace plumb::records
