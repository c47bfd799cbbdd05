#include "shared/records/review/reviewers.h"

#include "shared/domain/role_holders.h"

namespace plumb::records {

bool mayReview(const domain::TrustBook& book, std::string_view person, std::string_view region,
               domain::LogPlace place) {
    return domain::isHolder(book, person, domain::roleIn(domain::Role::supervisor, region), place);
}

std::vector<domain::SitePerson> reviewersOf(const domain::TrustBook& book, std::string_view region,
                                            domain::LogPlace place) {
    return domain::holdersOf(book, domain::roleIn(domain::Role::supervisor, region), place);
}

Result<void> checkReviewer(const domain::TrustBook& book, const record::Payload& payload, domain::LogPlace place) {
    const auto to = textOr(payload.body, "to");
    if (to.empty() || mayReview(book, to, payload.region, place)) return {};
    return fail(ErrorKind::forbidden, "person_not_supervisor",
                "person " + to.substr(0, 80) + " is no supervisor whose regions cover " + payload.region);
}

}  // namespace plumb::records
