#include "shared/records/review/assignment.h"

#include "shared/records/body_reader.h"
#include "shared/records/inspection/test_mode.h"

namespace plumb::records {

Result<ReviewAssignment> readReviewAssignment(const json::object& body) {
    BodyReader read(body);
    ReviewAssignment out{read.recordId("of"), read.textIf("to"), read.textIf("comment")};
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const ReviewAssignment& said) {
    json::object out{{"of", said.of}};
    if (!said.to.empty()) out["to"] = said.to;
    if (!said.comment.empty()) out["comment"] = said.comment;
    return out;
}

Result<void> mayAssign(InspectionStatus status, std::string_view now, const ReviewAssignment& said) {
    if (auto may = mayFollow(status); !may) return may;
    if (status == InspectionStatus::accepted)
        return fail(ErrorKind::refused, "record_accepted", "this record was accepted; nobody reviews it any more");
    if (now == said.to)
        return fail(ErrorKind::conflict, "already_assigned",
                    said.to.empty() ? "this record is nobody's already" : "this record is hers already");
    return {};
}

}  // namespace plumb::records
