#include "shared/domain/roles.h"

#include <algorithm>
#include <array>

namespace plumb::domain {
namespace {

constexpr std::array<std::string_view, 5> kRoleNames{"inspector", "enterprise", "supervisor", "administrator",
                                                     "auditor"};

constexpr unsigned bit(Role role) {
    return 1u << static_cast<unsigned>(role);
}
constexpr unsigned kInspector = bit(Role::inspector), kEnterprise = bit(Role::enterprise),
                   kSupervisor = bit(Role::supervisor), kAdministrator = bit(Role::administrator), kEverybody = 31;

// DESIGN: what a role may author is one table. Regional: the record's region must lie within the grant's.
struct AuthorRow {
    std::string_view type;
    Family family;
    unsigned roles;
    bool regional;
};
constexpr AuthorRow kAuthors[] = {
    {"invite.issued", Family::trust, kAdministrator, false},
    {"key.enrolled", Family::trust, 0, false},
    {"key.revoked", Family::trust, kAdministrator, false},
    {"role.granted", Family::trust, kAdministrator, false},
    {"role.withdrawn", Family::trust, kAdministrator, false},
    {"programme.published", Family::reference, kAdministrator, false},
    {"site.published", Family::reference, kAdministrator, true},
    {"checklist.published", Family::reference, kAdministrator, false},
    {"standard.published", Family::reference, kAdministrator, false},
    {"task.assigned", Family::planning, kAdministrator | kSupervisor, true},
    {"draw.committed", Family::planning, kAdministrator | kSupervisor, true},
    {"draw.revealed", Family::planning, kAdministrator | kSupervisor, true},
    {"inspection.submitted", Family::field, kInspector, true},
    {"inspection.amended", Family::field, kInspector, true},
    {"assessment.submitted", Family::field, kEnterprise, true},
    {"review.accepted", Family::review, kSupervisor, true},
    {"review.returned", Family::review, kSupervisor, true},
    {"rectification.ordered", Family::rectification, kSupervisor | kInspector, true},
    {"rectification.reported", Family::rectification, kEnterprise, true},
    {"rectification.verified", Family::rectification, kSupervisor | kInspector, true},
    {"rectification.rejected", Family::rectification, kSupervisor | kInspector, true},
    {"standard.feedback", Family::voice, kEverybody, false},
    {"complaint.received", Family::voice, kEverybody, false},
    {"complaint.answered", Family::voice, kSupervisor | kAdministrator, true},
    {"log.recovered", Family::log, kAdministrator, false},
    {"line.erased", Family::log, kAdministrator, false},
};

const AuthorRow* rowOf(std::string_view type) {
    const auto* row =
        std::find_if(std::begin(kAuthors), std::end(kAuthors), [&](const auto& r) { return r.type == type; });
    return row == std::end(kAuthors) ? nullptr : row;
}

Result<std::vector<std::string>> texts(const json::object& object, std::string_view name) {
    std::vector<std::string> out;
    const auto* value = object.if_contains(name);
    if (!value) return out;
    if (!value->is_array())
        return fail(ErrorKind::malformed, "bad_payload",
                    "\"grants." + std::string(name) + "\" must be an array of texts");
    for (const auto& entry : value->get_array()) {
        if (!entry.is_string())
            return fail(ErrorKind::malformed, "bad_payload",
                        "\"grants." + std::string(name) + "\" must be an array of texts");
        out.emplace_back(entry.get_string());
    }
    return out;
}

}  // namespace

std::string_view roleName(Role role) {
    return kRoleNames[static_cast<std::size_t>(role)];
}

Result<Role> roleByName(std::string_view name) {
    const auto found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
    if (found == kRoleNames.end()) {
        return fail(ErrorKind::malformed, "bad_role",
                    "\"" + std::string(name.substr(0, 40)) +
                        "\" is not a role; the roles are inspector, enterprise, supervisor, administrator, auditor");
    }
    return static_cast<Role>(found - kRoleNames.begin());
}

bool Grant::covers(std::string_view region) const {
    return std::any_of(regions.begin(), regions.end(), [&](const auto& prefix) { return region.starts_with(prefix); });
}
bool Grant::coversSite(std::string_view site) const {
    return std::find(sites.begin(), sites.end(), site) != sites.end();
}

bool isRegion(std::string_view code) {
    return (code.empty() || code.size() == 2 || code.size() == 4 || code.size() == 6) &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<std::vector<Grant>> parseGrants(const json::array& grants) {
    std::vector<Grant> out;
    for (const auto& value : grants) {
        if (!value.is_object()) return fail(ErrorKind::malformed, "bad_payload", "\"grants\" must hold objects");
        const auto& object = value.get_object();
        const auto role = roleByName(textOr(object, "role"));
        if (!role) return fail(role.error());
        auto regions = texts(object, "regions"), sites = texts(object, "sites");
        if (!regions) return fail(regions.error());
        if (!sites) return fail(sites.error());
        for (const auto& region : *regions) {
            if (!isRegion(region))
                return fail(ErrorKind::malformed, "bad_payload",
                            "\"" + region.substr(0, 20) + "\" is not a region code of 2, 4 or 6 digits");
        }
        out.push_back({*role, std::move(*regions), std::move(*sites)});
    }
    if (out.empty()) return fail(ErrorKind::malformed, "bad_payload", "\"grants\" must hold at least one role");
    return out;
}

json::array grantsToJson(const std::vector<Grant>& grants) {
    json::array out;
    for (const auto& grant : grants) {
        out.push_back({{"role", roleName(grant.role)},
                       {"regions", json::array(grant.regions.begin(), grant.regions.end())},
                       {"sites", json::array(grant.sites.begin(), grant.sites.end())}});
    }
    return out;
}

Family familyOf(std::string_view type) {
    const auto* row = rowOf(type);
    return row ? row->family : Family::unknown;
}

Result<void> mayAuthor(const std::vector<Grant>& grants, const record::Payload& payload) {
    const auto* row = rowOf(payload.type);
    if (!row) return {};
    if (row->regional && !isRegion(payload.region)) {
        return fail(ErrorKind::malformed, "bad_payload", "\"region\" must be a region code of 2, 4 or 6 digits");
    }
    bool role = false;
    for (const auto& grant : grants) {
        if (!(row->roles & bit(grant.role))) continue;
        role = true;
        const bool place = grant.role == Role::enterprise ? grant.coversSite(payload.site)
                                                          : !row->regional || grant.covers(payload.region);
        if (place) return {};
    }
    if (!role)
        return fail(ErrorKind::forbidden, "wrong_role", "the author's role may not write " + payload.type + " records");
    return fail(ErrorKind::forbidden, "wrong_region",
                "the author may write " + payload.type + " records, but not for region " +
                    (payload.region.empty() ? "(none)" : payload.region) +
                    (payload.site.empty() ? "" : ", site " + payload.site));
}

bool mayRead(const std::vector<Grant>& grants, std::string_view type, std::string_view region, std::string_view site,
             bool own) {
    if (own) return true;
    const Family family = familyOf(type);
    if (family == Family::trust || family == Family::reference || family == Family::log) return true;
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
        switch (grant.role) {
            case Role::enterprise:
                return !site.empty() && grant.coversSite(site);
            case Role::auditor:
            case Role::inspector:
            case Role::supervisor:
            case Role::administrator:
                return grant.covers(region);
        }
        return false;
    });
}

}  // namespace plumb::domain
