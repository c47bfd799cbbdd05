// What the table of a published result says (检查结果公示表): the publication's own words, and nothing that they do not
// say. Pure; any thread.
#pragma once

#include "shared/document/papers/record_facts.h"
#include "shared/records/publication/published.h"

namespace plumb::document {

// `inspection`: number of the inspection's record; `checklist`, `grade`: what the checklist and its grade are called,
// or
// "" where that is not known.
json::object publicationFacts(const RecordSource& record, const records::Publication& says,
                              const std::string& inspection, const std::string& checklist, const std::string& grade);

}  // namespace plumb::document
