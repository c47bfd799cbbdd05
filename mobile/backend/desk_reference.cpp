#include "mobile/backend/desk.h"
#include "mobile/backend/text.h"

namespace plumb::mobile {

Result<std::vector<store::Site>> Desk::sites() {
    const auto store = opened();
    if (!store) return fail(store.error());
    auto sites = store::sitesOf(**store);
    if (sites) {
        m_siteCount = static_cast<int>(sites->size());
        for (const auto& site : *sites) m_siteNames[site.id] = site.name;
    }
    return sites;
}

Result<std::vector<store::PublishedChecklist>> Desk::checklists() {
    const auto store = opened();
    if (!store) return fail(store.error());
    auto lists = store::checklistsOf(**store);
    if (lists) m_checklistCount = static_cast<int>(lists->size());
    return lists;
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
