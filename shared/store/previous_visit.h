// What the visit before found at a site: the newest inspection under the same checklist that is on this device, signed
// here or pulled, as it stood in the end (its newest amendment). Same thread as the store.
#pragma once

#include <optional>

#include "shared/checklist/model/answers.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

struct PreviousVisit {
    std::string record;   // id of the submission
    Instant at;           // when it was submitted, whenever it was amended
    std::string version;  // of the checklist, and its document
    Sha256 checklist;
    checklist::Answers answers;
};

// None where there was none. `except`: a submission that does not count (the one that is being amended). Lines that the
// server refused, and lines whose author the chain of trust does not vouch for, are no visits.
Result<std::optional<PreviousVisit>> previousVisit(const TabletStore& store, const std::string& site,
                                                   const std::string& checklist, const std::string& except = "");

// The same among these submissions.
Result<std::optional<PreviousVisit>> newestVisitOf(const TabletStore& store, const std::vector<std::string>& records,
                                                   const std::string& checklist, const std::string& except = "");

}  // namespace plumb::store
