// Whether a reveal is the draw that was committed: its checkpoint is the one that decides it, its pool lies here, and
// what it states as drawn follows from them. Judged in the log's order, by the writer.
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/blobs/blob_store.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

// Codes: those of records::mayReveal(), records::committedPool() and records::checkDraw(); checkpoint_wrong; notFound
// file_missing; person_not_inspector, site_unknown for a pool with others than inspectors and sites of its region.
Result<void> checkReveal(const record::Payload& payload, StoreReader& reader, const BlobStore& blobs,
                         const Trust& trust);

}  // namespace plumb::server
