#include "shared/domain/role_holders.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace plumb::domain {
namespace {

bool holds(const Member& member, const GrantChoice& meant, LogPlace place) {
    if (member.revokedBefore(place) || (place && *place <= member.enrolledAt)) return false;
    const auto grants = member.grantsAt(place);
    return std::any_of(grants.begin(), grants.end(), meant);
}

}  // namespace

GrantChoice roleIn(Role role, std::string_view region) {
    return
        [role, region = std::string(region)](const Grant& grant) { return grant.role == role && grant.covers(region); };
}

std::vector<SitePerson> holdersOf(const TrustBook& book, const GrantChoice& meant, LogPlace place) {
    std::map<std::string, std::string> names;
    for (const auto& [kid, member] : book.members()) {
        if (!names.contains(member.personId) && holds(member, meant, place))
            names.emplace(member.personId, member.personName);
    }
    std::vector<SitePerson> out;
    for (const auto& [id, name] : names) out.push_back({id, name});
    std::sort(out.begin(), out.end(),
              [](const SitePerson& a, const SitePerson& b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return out;
}

bool isHolder(const TrustBook& book, std::string_view person, const GrantChoice& meant, LogPlace place) {
    return std::any_of(book.members().begin(), book.members().end(), [&](const auto& one) {
        return one.second.personId == person && holds(one.second, meant, place);
    });
}

}  // namespace plumb::domain
