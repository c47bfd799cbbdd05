// What was published, for lists. Blocking; on the vault thread.
#pragma once

#include <vector>

#include "mobile/store/local_store.h"

namespace plumb::mobile {

Result<std::vector<store::Site>> readSites(LocalStore& store);
Result<std::vector<store::PublishedChecklist>> readChecklists(LocalStore& store);

}  // namespace plumb::mobile
