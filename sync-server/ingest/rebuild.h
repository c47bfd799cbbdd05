// Makes every projection again from `lines` alone, in one transaction: after a change of the projections' shape, or
// where they are in doubt. The server must not be running. Throws where a stored line is damaged.
#pragma once

#include "sync-server/store/store.h"

namespace plumb::server {

// The number of lines read.
std::uint64_t rebuildProjections(Store& store);

}  // namespace plumb::server
