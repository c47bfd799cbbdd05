// Whether what a line begins, sends somebody to, or plans may go by the checklist that it names
// (records/reference/checklist_fit.h). A task, a check and a plan name its id, and are judged by the version that
// stands now; a check that was made names the version, which was withdrawn or narrowed while its author could not know:
// it is judged by what was published of it since she last looked, and a withdrawal stops nobody who had begun. Nor does
// it stop what stands: batches that a plan's correction repeats, an open round that is published again, an urgent check
// that is told when it was made. Asked by the writer, in the log's order. Refused: those of records::mayGoBy().
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

Result<void> checkChecklist(const LoggedLine& line, StoreReader& reader);

}  // namespace plumb::server
