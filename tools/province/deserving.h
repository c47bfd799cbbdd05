// What a look at a site finds: whether an item deserves its points on the day.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// Weak spots of a site stay weak from visit to visit, until somebody mends them. `visit`: the chance of this look.
Deserved deservedAt(const World& world, const SiteWorld& site, const std::string& checklist, const Random& visit);

// As those who work there see it: some of what an inspector would find does not strike them.
Deserved asTheyThink(Deserved found, const Random& own);

}  // namespace plumb::province
