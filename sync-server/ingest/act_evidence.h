// What an act of a rectification rests on beside its case: the re-check on site that it names, the drawing by which the
// order was taken, the day on which its author last heard from this log. Judged by the one writer, beside
// records::mayHappen(), which knows the case alone. Codes: recheck_unknown, bad_payload, due_past.
#pragma once

#include <optional>

#include "sync-server/projections/projection.h"

namespace plumb::server {

// `heard`: the time of the checkpoint that the line names, where this log had it; a clock that stood before it was
// wrong. REQUIRES: line.reading.act.
Result<void> checkActEvidence(const LoggedLine& line, StoreReader& reader, std::optional<TimePoint> heard);

}  // namespace plumb::server
