// Persons who hold a right at a place in the log, by what their grants say: of a role in a region, of a site. A key
// counts from behind its enrolment on, until it is revoked. Pure; any thread.
#pragma once

#include <functional>

#include "shared/domain/site_people.h"

namespace plumb::domain {

// Which grants are meant.
using GrantChoice = std::function<bool(const Grant&)>;
GrantChoice roleIn(Role role, std::string_view region);

// Each once however many devices she has; in the order of their names. `place` none: now.
std::vector<SitePerson> holdersOf(const TrustBook& book, const GrantChoice& meant, LogPlace place);
// Whether the person is one of them.
bool isHolder(const TrustBook& book, std::string_view person, const GrantChoice& meant, LogPlace place);

}  // namespace plumb::domain
