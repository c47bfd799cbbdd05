// The numbers by which derived tables name a site, a checklist's document and an author's key, and how they hold the id
// of a record. For the sources of this room.
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
std::int64_t authorKey(Database& tables, const std::string& kid);

// A record's id in the tables: the UUID's sixteen bytes, less than half of its text, and as with texts the order is
// that of time. What is no UUID is no record's id and finds none.
void bindId(SQLite::Statement& statement, int index, const std::string& id);
std::string idOf(const SQLite::Column& column);

}  // namespace plumb::store
