// Roles and what they are bound to. Pure functions over values; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/result.h"

namespace plumb::domain {

enum class Role { inspector, enterprise, supervisor, administrator, auditor };
std::string_view roleName(Role role);
Result<Role> roleByName(std::string_view name);

// One role, bound to region prefixes (GB/T 2260; "62" covers "620921") and, for enterprises, to sites.
struct Grant {
    Role role = Role::inspector;
    std::vector<std::string> regions;
    std::vector<std::string> sites;

    [[nodiscard]] bool covers(std::string_view region) const;
    [[nodiscard]] bool coversSite(std::string_view site) const;
    // Staff by the region alone; an enterprise only its own site, and that only where the site lies within what its
    // inviter could give.
    [[nodiscard]] bool coversPlace(std::string_view region, std::string_view site) const;
    // The same role over the same regions and sites, in whatever order.
    [[nodiscard]] bool isSameAs(const Grant& other) const;
};
Result<std::vector<Grant>> parseGrants(const json::array& grants);
json::array grantsToJson(const std::vector<Grant>& grants);

// "" , or digits of length 2, 4 or 6.
bool isRegion(std::string_view code);

}  // namespace plumb::domain
