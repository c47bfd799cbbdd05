// Lines of the log, and what they say, by their places. For the thread of the reader.
#pragma once

#include "shared/record/line.h"
#include "shared/record/payload.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// REQUIRES: an index names the line. Both throw where it is missing all the same, and DamagedLine where it cannot be
// read.
record::Line lineAt(std::uint64_t index, StoreReader& reader);
record::Payload payloadAt(std::uint64_t index, StoreReader& reader);

}  // namespace plumb::server
