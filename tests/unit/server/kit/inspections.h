// Inspections of checklist 6a as inspectors send them, with the score that the answers give.
#pragma once

#include "tests/unit/server/kit/author.h"

namespace plumb::server::kit {

// The bytes of the checklist 6a.
const std::string& checklistDocument();
// The body of the checklist.published line for `document`, and its file.
json::object checklistBody(const std::string& document);
record::FileRef checklistFile(const std::string& document);

// The body of an inspection.submitted in which everything conforms; `padding` bytes of notes make it as long as wanted.
json::object inspectionBody(std::size_t padding = 0);

// One in which an item with a veto failed ("2"; grade "handover").
json::object vetoedBody();

json::object siteBody(const std::string& id, const std::string& name, const std::string& region);

std::string readText(const std::string& file);

}  // namespace plumb::server::kit
