#include "mobile/sites/reading.h"

namespace plumb::mobile {

Result<std::vector<store::Site>> readSites(LocalStore& store) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    return store.published().sites();
}

Result<std::vector<store::PublishedChecklist>> readChecklists(LocalStore& store) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    return store.published().checklists();
}

}  // namespace plumb::mobile
