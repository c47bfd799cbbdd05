// What is said beside inspections: how standards work in practice, complaints and their answers.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

void planVoices(World& world);

}  // namespace plumb::province
