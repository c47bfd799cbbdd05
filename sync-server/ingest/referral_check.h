// What is said to have followed failed items under their kind of supervision, held against the case and the checklist
// of its inspection. For the thread of the writer.
#pragma once

#include "shared/record/payload.h"
#include "sync-server/ingest/checklists.h"

namespace plumb::server {

// Those of records::mayChangeReferral() and records::mayRefer(); of_unknown, checklist_unknown.
Result<void> checkReferral(const record::Payload& payload, StoreReader& reader, Checklists& checklists);

}  // namespace plumb::server
