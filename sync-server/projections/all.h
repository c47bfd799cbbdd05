// The list of projections. A new one is a folder beside the others and a line in all.cpp.
#pragma once

#include <memory>
#include <vector>

#include "sync-server/projections/projection.h"

namespace plumb::server {

using Projections = std::vector<std::unique_ptr<Projection>>;

// All of them, over what `writer` writes to; it outlives them.
Projections allProjections(StoreWriter& writer);

}  // namespace plumb::server
