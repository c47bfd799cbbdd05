#include "mobile/sites/reading.h"

#include <algorithm>

namespace plumb::mobile {

Result<std::vector<store::Site>> readSites(LocalStore& store) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    return store.published().sites();
}

Result<std::vector<OfferedChecklist>> readChecklists(LocalStore& store, const std::string& site) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    auto lists = store.published().checklists();
    if (!lists) return fail(lists.error());
    const auto where = store.published().site(site);
    std::vector<OfferedChecklist> out;
    for (auto& list : *lists) {  // the newest publication first
        if (std::ranges::any_of(out, [&](const auto& newer) { return newer.checklist.id == list.id; })) continue;
        const auto fit = !where ? store::Fit::any : store::fitOf(list, *where);
        out.push_back({std::move(list), fit});
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.fit > b.fit; });
    return out;
}

}  // namespace plumb::mobile
