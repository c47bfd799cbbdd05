// Self-assessments: rounds that an administrator opens, what the people of each site contribute day by day, and what
// one of them submits for all.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

void planAssessments(World& world);

}  // namespace plumb::province
