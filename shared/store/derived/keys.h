// The numbers by which derived tables name a site and a checklist's document. For the sources of this room.
#pragma once

#include "shared/records/inspection/summary.h"
#include "shared/store/database.h"

namespace plumb::store {

// A lower rank is folded before a higher one (schema.h).
struct RecordRow;
std::int64_t rankOf(const RecordRow& row);

// Made where there is none yet.
std::int64_t siteKey(Database& tables, const std::string& id);
std::int64_t documentKey(Database& tables, const records::ChecklistRef& checklist);

}  // namespace plumb::store
