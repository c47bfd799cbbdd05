#include "shared/domain/site_people.h"

#include <algorithm>
#include <tuple>

namespace plumb::domain {
namespace {

bool countsAt(const Member& member, std::string_view site, std::string_view region, LogPlace place) {
    if (member.revokedBefore(place) || (place && *place <= member.enrolledAt)) return false;
    const auto grants = member.grantsAt(place);
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
        return grant.role == Role::enterprise && grant.coversPlace(region, site);
    });
}

}  // namespace

std::vector<SitePerson> peopleOfSite(const TrustBook& book, std::string_view site, std::string_view region,
                                     LogPlace place) {
    std::vector<SitePerson> out;
    for (const auto& [kid, member] : book.members()) {
        const SitePerson person{member.personId, member.personName};
        const bool known =
            std::any_of(out.begin(), out.end(), [&](const SitePerson& other) { return other.id == person.id; });
        if (!known && countsAt(member, site, region, place)) out.push_back(person);
    }
    std::sort(out.begin(), out.end(),
              [](const SitePerson& a, const SitePerson& b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return out;
}

bool isOfSite(const TrustBook& book, std::string_view person, std::string_view site, std::string_view region,
              LogPlace place) {
    return std::any_of(book.members().begin(), book.members().end(), [&](const auto& one) {
        return one.second.personId == person && countsAt(one.second, site, region, place);
    });
}

}  // namespace plumb::domain
