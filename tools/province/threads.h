// What supervisors ask at an item of a record, what its inspector answers, and how it is resolved (remark.added).
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// Of an inspection that came in and has its review before it.
void planThread(World& world, Visit& visit, Member& reviewer);

}  // namespace plumb::province
