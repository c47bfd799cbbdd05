#include "shared/records/review/second.h"

#include <algorithm>

namespace plumb::records {

Result<void> mayAgree(const Standing& standing, std::string_view type, const ReviewBody& said,
                      std::span<const std::string> visitors) {
    const bool counts =
        type == "review.accepted" && standing.veto && said.hash == standing.newest &&
        (standing.status == InspectionStatus::submitted || standing.status == InspectionStatus::returned);
    if (!counts) return {};
    if (said.person.empty())
        return fail(ErrorKind::refused, "person_missing",
                    "an item with a veto failed, so two persons have to accept this record: \"body.person\" must say "
                    "who accepts it");
    if (std::find(visitors.begin(), visitors.end(), said.person) != visitors.end())
        return fail(ErrorKind::refused, "own_record", "nobody accepts the record of a visit that she made herself");
    if (standing.agreed && standing.agreed->person == said.person)
        return fail(ErrorKind::refused, "agreed_already",
                    "this person accepted it already; an item with a veto failed, so another one has to agree");
    return {};
}

}  // namespace plumb::records
