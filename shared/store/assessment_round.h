// A round of self-assessment as this device holds its publication. Same thread as the store.
#pragma once

#include <string>

#include "shared/records/reference/round.h"
#include "shared/store/reference.h"

namespace plumb::store {

// As it holds now. notFound "round_unknown".
Result<records::Round> roundById(const TabletStore& store, const std::string& id);
// One that takes something of this site, under this checklist ("": whichever it asks for). notFound round_unknown;
// refused round_unknown where it is for others, round_closed.
Result<records::Round> openRound(const TabletStore& store, const Site& site, const std::string& id,
                                 const std::string& checklist = "");

}  // namespace plumb::store
