#include "shared/records/assessment/assignment.h"

#include "shared/records/body_reader.h"
#include "shared/records/inspection/read_parts.h"
#include "shared/records/json_parts.h"

namespace plumb::records {

Result<Assignment> readAssignment(const json::object& body) {
    BodyReader read(body);
    Assignment out;
    out.round = read.text("round");
    out.checklist = checklistRefFrom(read);
    out.section = read.text("section");
    out.person = read.textIf("person");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const Assignment& assignment) {
    return {{"round", assignment.round},
            {"checklist", toJson(assignment.checklist)},
            {"section", assignment.section},
            {"person", assignment.person}};
}

}  // namespace plumb::records
