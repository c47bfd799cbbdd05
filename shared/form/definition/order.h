// Orders a form's computations so that nothing comes before what it depends on, and notes who reads what.
#pragma once

#include <string>
#include <vector>

#include "shared/form/definition/definition.h"

namespace plumb::form {

// Needs bound formulas. Sets computations, who reads what, and ownComputations. Gives the ways round of
// cycles,
// "/data/a → /data/b → /data/a"; none when the order stands.
std::vector<std::string> orderComputations(Definition& definition);

}  // namespace plumb::form
