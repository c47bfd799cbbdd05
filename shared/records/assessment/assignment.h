// Who of an enterprise is to fill a section of a self-assessment: the body of assessment.assigned (RECORDS.md). A word
// among colleagues: it never restricts who may answer. Pure; any thread.
#pragma once

#include <string>

#include "shared/records/inspection/summary.h"

namespace plumb::records {

struct Assignment {
    std::string round;       // id of a published round (reference/round.h)
    ChecklistRef checklist;  // the version whose section it is
    std::string section;     // its id in the checklist
    std::string person;      // id, as invitations name persons; "": nobody (again)

    friend bool operator==(const Assignment&, const Assignment&) = default;
};

// bad_payload with the member's path.
Result<Assignment> readAssignment(const json::object& body);
json::object toBody(const Assignment& assignment);

}  // namespace plumb::records
