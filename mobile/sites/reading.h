// What was published, for lists. Blocking; on the vault thread.
#pragma once

#include <vector>

#include "mobile/store/local_store.h"

namespace plumb::mobile {

struct SitesPage {
    std::vector<store::Site> sites;
    std::size_t found = 0;  // that the words leave
    std::size_t total = 0;  // that are published
};
// So many from `offset` on, in order of name.
Result<SitesPage> readSites(LocalStore& store, const std::string& query, std::size_t offset, std::size_t limit);
// "" where it is not known.
Result<std::string> readSiteName(LocalStore& store, const std::string& site);

struct OfferedChecklist {
    store::PublishedChecklist checklist;
    store::Fit fit = store::Fit::any;  // for the site
};
// What fits the site best comes first, the newest before the others. Without a site ("") all fit. Each checklist by its
// newest version that an inspection may begin on; in test mode its newest draft version beside it.
Result<std::vector<OfferedChecklist>> readChecklists(LocalStore& store, const std::string& site, bool test = false);

}  // namespace plumb::mobile
