// A review that was signed as one of many at once (body.batch): it accepts the newest version of a record that waits,
// and one in which nothing was found. Whoever signed it looked at a list; what needs a reader is read by itself. Asked
// by the server at the line's place, so that what changed meanwhile is left out and says so. Pure; any thread.
#pragma once

#include "shared/records/inspection/fold.h"
#include "shared/records/review/body.h"

namespace plumb::records {

// Refused: version_old, not_waiting, has_findings. Nothing is asked of a review that is no part of many.
Result<void> mayAcceptTogether(const InspectionRow& row, std::string_view type, const ReviewBody& said);

}  // namespace plumb::records
