// What a line refers to must be there and fit: the inspection that an amendment or a review speaks of, the document of
// a checklist that is published. Judged in the log's order, by the writer. Codes: bad_payload, of_unknown, wrong_role,
// wrong_region, file_missing, bad_checklist.
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/ingest/checklists.h"

namespace plumb::server {

struct ReferenceSources {
    StoreReader& reader;
    const Trust& trust;
    const Checklists& checklists;
};

Result<void> checkReferences(const record::Payload& payload, const Principal& author, const ReferenceSources& sources);

}  // namespace plumb::server
