// What supervisors decide about what came in, and when; what is returned is amended and comes again.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// `sent`: when the newest version reaches the server.
void planReview(World& world, Visit& visit, TimePoint sent);

}  // namespace plumb::province
