// Inspections of a year: who goes where on which office day, what is found, what is signed and when it is sent; and
// what the supervisors make of it (reviews.h).
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

void planVisits(World& world);

}  // namespace plumb::province
