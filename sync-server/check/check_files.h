// The files of a log: what lines name and lies here must be what they name, or was disposed of with its case. `log`:
// the log's own reader, where its projections are those of this program; null: what was disposed of is not told apart
// from what is on its way.
#pragma once

#include "sync-server/blobs/blob_store.h"
#include "sync-server/check/check_log.h"

namespace plumb::server {

void checkFiles(StoreReader& reader, StoreReader* log, const BlobStore& blobs, const CheckVoice& voice,
                CheckTotals& totals);

}  // namespace plumb::server
