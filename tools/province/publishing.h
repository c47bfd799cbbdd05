// Publication of accepted inspections: most in time, some late or forgotten, a few corrected or withdrawn.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// The visit was accepted as it is now.
void planPublication(World& world, Visit& visit);

}  // namespace plumb::province
