#include "shared/records/planning/persons.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "shared/records/planning/task.h"

namespace plumb::records {

namespace {

bool inspectsAt(const domain::Member& member, std::string_view region, domain::LogPlace place) {
    if (member.revokedBefore(place) || (place && *place <= member.enrolledAt)) return false;
    const auto grants = member.grantsAt(place);
    return std::any_of(grants.begin(), grants.end(), [&](const domain::Grant& grant) {
        return grant.role == domain::Role::inspector && grant.covers(region);
    });
}

}  // namespace

bool mayInspect(const domain::TrustBook& book, std::string_view person, std::string_view region,
                domain::LogPlace place) {
    return std::any_of(book.members().begin(), book.members().end(), [&](const auto& one) {
        return one.second.personId == person && inspectsAt(one.second, region, place);
    });
}

std::vector<domain::SitePerson> inspectorsOf(const domain::TrustBook& book, std::string_view region,
                                             domain::LogPlace place) {
    std::map<std::string, std::string> names;
    for (const auto& [kid, member] : book.members()) {
        if (inspectsAt(member, region, place)) names.try_emplace(member.personId, member.personName);
    }
    std::vector<domain::SitePerson> out;
    for (const auto& [id, name] : names) out.push_back({id, name});
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return out;
}

Result<void> checkPersons(const domain::TrustBook& book, const domain::Member& author, const record::Payload& payload,
                          domain::LogPlace place) {
    if (payload.type == kTaskAnswered) {
        if (textOr(payload.body, "person") == author.personId) return {};
        return fail(ErrorKind::forbidden, "wrong_person", "nobody answers a task for somebody else");
    }
    if (payload.type != kTaskAssigned) return {};
    const auto task = readTask(payload.body);
    if (!task) return fail(task.error());
    for (const auto& person : task->team) {
        if (mayInspect(book, person, payload.region, place)) continue;
        return fail(ErrorKind::forbidden, "person_not_inspector",
                    "person " + person.substr(0, 80) + " is no inspector whose regions cover " + payload.region);
    }
    return {};
}

}  // namespace plumb::records
