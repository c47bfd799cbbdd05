// Yearly plans of inspections, and the random draws that they ask for.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

void planPlans(World& world);

}  // namespace plumb::province
