// The registers of what may be inspected in the two provinces; synthetic, but for the laws that they name.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// The administrator signs them; they wait to be sent.
void publishRegisters(World& world);

}  // namespace plumb::province
