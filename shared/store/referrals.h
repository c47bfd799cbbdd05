// What followed failed items of an inspection under their kinds of supervision (records/rectification/referral.h), as
// the lines on this device give it. The store's thread.
#pragma once

#include <string>
#include <vector>

#include "shared/records/rectification/referral.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// Of an inspection, by its id; in the order in which they were made.
std::vector<records::ReferralRow> referralsOf(const TabletStore& store, const std::string& inspection);

}  // namespace plumb::store
