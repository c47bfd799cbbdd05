// For how long the two provinces keep the cases of their checks; synthetic.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// The administrator signs the tables; they wait to be sent.
void publishRetentions(World& world);

}  // namespace plumb::province
