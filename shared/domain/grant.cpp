#include "shared/domain/grant.h"

#include <algorithm>
#include <array>
#include <set>

namespace plumb::domain {
namespace {

constexpr std::array<std::string_view, 5> kRoleNames{"inspector", "enterprise", "supervisor", "administrator",
                                                     "auditor"};

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

bool Grant::coversPlace(std::string_view region, std::string_view site) const {
    if (!covers(region)) return false;
    return role != Role::enterprise || (!site.empty() && coversSite(site));
}

bool Grant::isSameAs(const Grant& other) const {
    const auto asSet = [](const std::vector<std::string>& texts) { return std::set(texts.begin(), texts.end()); };
    return role == other.role && asSet(regions) == asSet(other.regions) && asSet(sites) == asSet(other.sites);
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

}  // namespace plumb::domain
