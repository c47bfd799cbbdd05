// A task that says that a draw chose its site, held against the draws and tasks of this log
// (records/planning/drawn_task.h). For the thread of the writer.
#pragma once

#include "shared/record/payload.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// As records::keepsPlace and records::mayAssignDrawn.
Result<void> checkDrawnTask(const record::Payload& payload, StoreReader& reader);

}  // namespace plumb::server
