// Who is to review a record (review.assigned): a supervisor gives one that is not accepted yet to a supervisor whose
// regions cover it, or takes it back to nobody. It stays with that person over all versions until somebody else is
// named, and decides nothing: whoever may review may do so. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/records/inspection/fold.h"

namespace plumb::records {

inline constexpr std::string_view kReviewAssigned = "review.assigned";

struct ReviewAssignment {
    std::string of;       // id of the submission
    std::string to;       // a person's id; "": nobody's any more
    std::string comment;  // what she is to look at; may be ""

    friend bool operator==(const ReviewAssignment&, const ReviewAssignment&) = default;
};

// bad_payload with the member's path.
Result<ReviewAssignment> readReviewAssignment(const json::object& body);
json::object toBody(const ReviewAssignment& said);

// Whether the record can be given to somebody now. refused: record_accepted, test_record; conflict: already_assigned.
// `now`: whose it is; "": nobody's.
Result<void> mayAssign(InspectionStatus status, std::string_view now, const ReviewAssignment& said);

}  // namespace plumb::records
