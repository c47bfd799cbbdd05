// Three programmes with the targets that the two provincial plans state; nothing is counted here that no plan says.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// The administrator signs them; they wait to be sent.
void publishProgrammes(World& world);

}  // namespace plumb::province
