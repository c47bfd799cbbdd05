// What the whole body of an inspection and its summary read alike.
#pragma once

#include <utility>

#include "shared/records/body_reader.h"
#include "shared/records/inspection/summary.h"

namespace plumb::records {

ChecklistRef checklistRefFrom(BodyReader& body);  // the member "checklist"
// The members "zone" and "day" are those of the record's own times.
void checkLocalDay(BodyReader& body, const Instant& started, const Instant& finished);
std::pair<std::int64_t, std::int64_t> totalFrom(BodyReader& score);  // points, max

}  // namespace plumb::records
