// Lists of archived cases that are disposed of, held against what this log knows of each case: as it is proposed, and
// again as it is approved. And what would follow a case that was disposed of. For the thread of the writer.
#pragma once

#include "shared/base/clock.h"
#include "sync-server/auth/trust.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

// Those of records::mayChangeDisposal() and records::mayDispose(). `now`: when the line came; a term is over when it is
// by its author's clock and by the log's.
Result<void> checkDisposal(const LoggedLine& line, StoreReader& reader, const Trust& trust, TimePoint now);
// Refused: case_disposed.
Result<void> checkNotDisposed(const record::Payload& payload, StoreReader& reader, const Trust& trust);

}  // namespace plumb::server
