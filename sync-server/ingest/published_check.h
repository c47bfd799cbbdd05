// A result that is to be published, held against the inspection and the site as this log has them
// (records/publication/published.h). For the thread of the writer.
#pragma once

#include "shared/record/payload.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// of_unknown; as records::mayPublish and records::checkPublished.
Result<void> checkPublication(const record::Payload& payload, StoreReader& reader);

}  // namespace plumb::server
