// What a line refers to must be there and fit: the inspection that an amendment or a review speaks of, the document of
// a checklist that is published. Judged in the log's order, by the writer, after the author's rights. Codes:
// bad_payload, of_unknown, file_missing, bad_checklist.
#pragma once

#include "sync-server/ingest/checklists.h"

namespace plumb::server {

struct ReferenceSources {
    StoreReader& reader;
    const Checklists& checklists;
};

Result<void> checkReferences(const record::Payload& payload, const ReferenceSources& sources);

}  // namespace plumb::server
