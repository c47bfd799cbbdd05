#include "mobile/sites/reading.h"

#include <algorithm>
#include <set>
#include <utility>

namespace plumb::mobile {

Result<SitesPage> readSites(LocalStore& store, const std::string& query, std::size_t offset, std::size_t limit) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    auto page = store.published().sites(query, offset, limit);
    const auto count = store.published().count();
    if (!count) return fail(count.error());
    return SitesPage{std::move(page.sites), page.total, static_cast<std::size_t>(count->sites)};
}

Result<std::string> readSiteName(LocalStore& store, const std::string& site) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    const auto known = store.published().site(site);
    return known ? known->name : std::string();
}

Result<std::vector<OfferedChecklist>> readChecklists(LocalStore& store, const std::string& site, bool test) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    auto lists = store.published().checklists();
    if (!lists) return fail(lists.error());
    const auto where = store.published().site(site);
    std::set<std::pair<std::string, bool>> seen;
    std::vector<OfferedChecklist> out;
    for (auto& list : *lists) {  // the newest publication first
        if (!list.withdrawn.empty() || (list.test && !test)) continue;
        // Of a checklist the newest alone: where that is for another kind of check, nothing begins on the ones before.
        if (!seen.emplace(list.id, list.test).second || !store::isForKind(list, "")) continue;
        const auto fit = !where ? store::Fit::any : store::fitOf(list, *where);
        out.push_back({std::move(list), fit});
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.fit > b.fit; });
    return out;
}

}  // namespace plumb::mobile
