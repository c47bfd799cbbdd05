// A task that is assigned, held against the yearly cap of its site's enterprise (records/planning/burden.h). For the
// thread of the writer.
#pragma once

#include "shared/record/payload.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// As records::mayVisit, in the year in which the task is due: the visits of all sites that have the site's credit code,
// against the cap of each plan that is in force for its place, counted by that plan's own rule.
Result<void> checkBurden(const record::Payload& payload, StoreReader& reader);

}  // namespace plumb::server
