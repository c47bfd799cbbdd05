// Who may author what, and who may read what: the one table that the server uses at ingest and every client when it
// reads. Pure functions over values; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/record/payload.h"

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
};
Result<std::vector<Grant>> parseGrants(const json::array& grants);
json::array grantsToJson(const std::vector<Grant>& grants);

// "" , or digits of length 2, 4 or 6.
bool isRegion(std::string_view code);

enum class Family { trust, reference, planning, field, review, rectification, voice, log, unknown };
Family familyOf(std::string_view type);

// wrong_role or wrong_region with a sentence when none of the grants allows authoring `payload`. Unknown types are
// allowed to every enrolled role (they are kept and passed on); key.enrolled is never allowed here (trust.h judges it).
Result<void> mayAuthor(const std::vector<Grant>& grants, const record::Payload& payload);

// Whether a holder of `grants` may read a line of this type, region, site and author (`own`: the reader wrote it).
bool mayRead(const std::vector<Grant>& grants, std::string_view type, std::string_view region, std::string_view site,
             bool own);

}  // namespace plumb::domain
