#include "shared/records/inspection/test_mode.h"

namespace plumb::records {

bool isTest(const json::object& body) {
    const auto* said = body.if_contains(kTestMember);
    return said && said->is_bool() && said->get_bool();
}

std::string followedBy(const record::Payload& payload) {
    auto of = textOr(payload.body, "of");
    if (!of.empty()) return of;
    // A check that was made before it was proposed.
    const auto urgent = objectAt(payload.body, "urgent");
    return urgent ? textOr(**urgent, "inspection") : std::string();
}

Result<void> mayFollow(InspectionStatus status) {
    if (!isTest(status)) return {};
    return fail(ErrorKind::refused, "test_record",
                "this record was made in test mode and counts for nothing: it is neither reviewed nor amended, and no "
                "order, task, paper or publication follows from it; make a new inspection without test mode");
}

}  // namespace plumb::records
