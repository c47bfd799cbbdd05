// randomize(): the order of choices. With a seed the same on every device and in every client of ODK.
#pragma once

#include <optional>

#include "shared/form/xpath/value.h"
#include "shared/form/xpath/world.h"

namespace plumb::form::xpath {

// Without a seed by the world's chance.
void shuffle(NodeSet& nodes, std::optional<double> seed, World& world);

}  // namespace plumb::form::xpath
