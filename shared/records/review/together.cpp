#include "shared/records/review/together.h"

namespace plumb::records {

Result<void> mayAcceptTogether(const InspectionRow& row, std::string_view type, const ReviewBody& said) {
    if (said.batch.empty()) return {};
    if (said.hash != row.hash)
        return fail(ErrorKind::refused, "version_old", "the record has a newer version than the one that was listed");
    if (row.status != InspectionStatus::submitted)
        return fail(ErrorKind::refused, "not_waiting", "the record waits for no review any more");
    if (type != "review.accepted" || row.says.findings > 0 || row.says.vetoes > 0)
        return fail(ErrorKind::refused, "has_findings",
                    "many are accepted at once only where nothing was found; review this record by itself");
    return {};
}

}  // namespace plumb::records
