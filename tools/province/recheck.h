// A re-check on the spot: the session asks again only what failed, and scores the whole anew.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// Whether nothing but the matter's findings would fail.
bool mayCheckAgain(const World& world, const Matter& matter);
// Signs an inspection of the kind "recheck" that names the matter's order, in which its findings are gone; it waits on
// the inspector's tablet. Its record id.
std::string checkAgain(World& world, const Matter& matter, Random& random);

}  // namespace plumb::province
