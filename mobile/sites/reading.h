// What was published, for lists. Blocking; on the vault thread.
#pragma once

#include <vector>

#include "mobile/store/local_store.h"

namespace plumb::mobile {

Result<std::vector<store::Site>> readSites(LocalStore& store);

struct OfferedChecklist {
    store::PublishedChecklist checklist;
    store::Fit fit = store::Fit::any;  // for the site
};
// What fits the site best comes first, the newest before the others. Without a site ("") all fit.
Result<std::vector<OfferedChecklist>> readChecklists(LocalStore& store, const std::string& site);

}  // namespace plumb::mobile
