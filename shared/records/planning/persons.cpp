#include "shared/records/planning/persons.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "shared/records/planning/check.h"
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

Result<void> checkTeam(const domain::TrustBook& book, const std::vector<std::string>& team, std::string_view region,
                       domain::LogPlace place) {
    for (const auto& person : team) {
        if (mayInspect(book, person, region, place)) continue;
        return fail(ErrorKind::forbidden, "person_not_inspector",
                    "person " + person.substr(0, 80) + " is no inspector whose regions cover " + std::string(region));
    }
    return {};
}

// Who speaks in a line where she says herself who she is.
const char* speaksForSelf(std::string_view type) {
    if (type == kTaskAnswered) return "nobody answers a task for somebody else";
    if (type == kCheckProposed) return "nobody proposes a check for somebody else";
    if (type == kCheckApproved || type == kCheckRefused) return "nobody decides about a check for somebody else";
    return nullptr;
}

}  // namespace

bool mayInspect(const domain::TrustBook& book, std::string_view person, std::string_view region,
                domain::LogPlace place) {
    return std::any_of(book.members().begin(), book.members().end(), [&](const auto& one) {
        return one.second.personId == person && inspectsAt(one.second, region, place);
    });
}

const domain::Member* memberOf(const domain::TrustBook& book, std::string_view person) {
    const domain::Member* out = nullptr;
    for (const auto& [kid, member] : book.members()) {
        if (member.personId == person && (!out || member.enrolledAt < out->enrolledAt)) out = &member;
    }
    return out;
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
    if (const auto* why = speaksForSelf(payload.type); why && textOr(payload.body, "person") != author.personId)
        return fail(ErrorKind::forbidden, "wrong_person", why);
    if (payload.type == kTaskAssigned) {
        const auto task = readTask(payload.body);
        return task ? checkTeam(book, task->team, payload.region, place) : Result<void>(fail(task.error()));
    }
    if (payload.type == kCheckProposed) {
        const auto check = readCheck(payload.body);
        return check ? checkTeam(book, check->team, payload.region, place) : Result<void>(fail(check.error()));
    }
    return {};
}

}  // namespace plumb::records
