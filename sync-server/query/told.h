// What answers of several lists tell alike.
#pragma once

#include "shared/records/inspection/summary.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

// Whether the caller may read an inspection, a self-assessment or what follows from one, of this place and author.
bool mayReadVisit(const Principal& caller, const std::string& region, const std::string& site,
                  const std::string& author);
// Who said it, for people: a person's name, or the key's id where nobody is known by it.
std::string authorName(const QuerySources& sources, const std::string& kid);
// Whether what staff of a region write to each other is told to the caller.
bool isStaffOf(const Principal& caller, std::string_view region);

// {"id","version","sha256","title":{…}}; the title is {} where the log publishes no such document.
json::object tellChecklist(const records::ChecklistRef& used, StoreReader& reader);
json::object tellChecklist(const ChecklistRow& row);

}  // namespace plumb::server
