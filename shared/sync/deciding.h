// The checkpoint that decides a draw, asked of the server and proved to be the log's: the tree of that size is the
// beginning of the newest one that this device verified.
#pragma once

#include "shared/records/planning/draw_lines.h"
#include "shared/store/tablet_store.h"
#include "shared/sync/server_link.h"

namespace plumb::sync {

// refused "draw_waits": the log has not come so far. badSignature "checkpoint_wrong"; notFound "draw_unknown".
// REQUIRES: the link is logged in, and the store was synced just now.
Result<records::DrawCheckpoint> decidingCheckpoint(const store::TabletStore& store, ServerLink& link,
                                                   const std::string& draw);

}  // namespace plumb::sync
