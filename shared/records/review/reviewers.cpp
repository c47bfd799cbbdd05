#include "shared/records/review/reviewers.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace plumb::records {
namespace {

bool reviewsAt(const domain::Member& member, std::string_view region, domain::LogPlace place) {
    if (member.revokedBefore(place) || (place && *place <= member.enrolledAt)) return false;
    const auto grants = member.grantsAt(place);
    return std::any_of(grants.begin(), grants.end(), [&](const domain::Grant& grant) {
        return grant.role == domain::Role::supervisor && grant.covers(region);
    });
}

}  // namespace

bool mayReview(const domain::TrustBook& book, std::string_view person, std::string_view region,
               domain::LogPlace place) {
    return std::any_of(book.members().begin(), book.members().end(), [&](const auto& one) {
        return one.second.personId == person && reviewsAt(one.second, region, place);
    });
}

std::vector<domain::SitePerson> reviewersOf(const domain::TrustBook& book, std::string_view region,
                                            domain::LogPlace place) {
    std::map<std::string, std::string> names;
    for (const auto& [kid, member] : book.members()) {
        if (reviewsAt(member, region, place)) names.try_emplace(member.personId, member.personName);
    }
    std::vector<domain::SitePerson> out;
    for (const auto& [id, name] : names) out.push_back({id, name});
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return out;
}

Result<void> checkReviewer(const domain::TrustBook& book, const record::Payload& payload, domain::LogPlace place) {
    const auto to = textOr(payload.body, "to");
    if (to.empty() || mayReview(book, to, payload.region, place)) return {};
    return fail(ErrorKind::forbidden, "person_not_supervisor",
                "person " + to.substr(0, 80) + " is no supervisor whose regions cover " + payload.region);
}

}  // namespace plumb::records
