#include <algorithm>

#include "mobile/store/local_store.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

Result<std::vector<store::Site>> Desk::sites() {
    const auto store = opened();
    if (!store) return fail(store.error());
    const auto from = published("site.published");
    if (m_sites && m_sitesFrom == from) return *m_sites;
    auto sites = store::sitesOf(**store);
    if (sites) {
        m_sites = *sites;
        m_sitesFrom = from;
        m_siteCount = static_cast<int>(sites->size());
        for (const auto& site : *sites) m_siteNames[site.id] = site.name;
    }
    return sites;
}

Result<std::vector<store::PublishedChecklist>> Desk::checklists() {
    const auto store = opened();
    if (!store) return fail(store.error());
    const auto from = published("checklist.published");
    // A document that came meanwhile changes what the list says of it.
    const auto same = [&](const store::PublishedChecklist& one) {
        return one.here == (*store)->vault().has(one.sha256);
    };
    if (m_checklists && m_checklistsFrom == from && std::ranges::all_of(*m_checklists, same)) return *m_checklists;
    auto lists = store::checklistsOf(**store);
    if (lists) {
        m_checklistCount = static_cast<int>(lists->size());
        m_checklists = *lists;
        m_checklistsFrom = from;
    }
    return lists;
}

// Lines are never taken out: as long as their number and what the log says of them is the same, so is what they say.
std::size_t Desk::published(const char* type) const {
    std::size_t out = 0;
    for (const char* one : {type, "invite.issued", "key.enrolled", "key.revoked"}) {
        store::RecordFilter filter;
        filter.type = one;
        out += m_store->countRecords(filter);
    }
    return out;
}

void Desk::forgetReference() {
    m_documents.clear();
    m_siteNames.clear();
    m_siteCount.reset();
    m_checklistCount.reset();
    m_sites.reset();
    m_checklists.reset();
}

Result<std::shared_ptr<const checklist::Checklist>> Desk::document(const Sha256& sha256) {
    const std::string name = sha256.hex();
    if (const auto known = m_documents.find(name); known != m_documents.end()) return known->second;
    const auto store = opened();
    if (!store) return fail(store.error());
    auto loaded = store::loadDocument(**store, sha256);
    if (loaded) m_documents[name] = *loaded;
    return loaded;
}

const std::string& Desk::siteName(const std::string& id) {
    if (const auto known = m_siteNames.find(id); known != m_siteNames.end()) return known->second;
    // Reading all sites once is cheaper than one by one, and a list never asks for less.
    (void)sites();
    auto [place, fresh] = m_siteNames.try_emplace(id, id);
    return place->second;
}

}  // namespace plumb::mobile
