#include "mobile/store/published.h"

#include <algorithm>

namespace plumb::mobile {

Result<std::vector<store::Site>> Published::sites() {
    const auto from = linesOf("site.published");
    if (m_sites && m_sitesFrom == from) return *m_sites;
    auto sites = store::sitesOf(*m_store);
    if (sites) {
        m_sites = *sites;
        m_sitesFrom = from;
        for (const auto& site : *sites) m_siteNames[site.id] = site.name;
    }
    return sites;
}

Result<std::vector<store::PublishedChecklist>> Published::checklists() {
    const auto from = linesOf("checklist.published");
    // A document that came meanwhile changes what the list says of it.
    const auto same = [&](const store::PublishedChecklist& one) {
        return one.here == m_store->vault().has(one.sha256);
    };
    if (m_checklists && m_checklistsFrom == from && std::ranges::all_of(*m_checklists, same)) return *m_checklists;
    auto lists = store::checklistsOf(*m_store);
    if (lists) {
        m_checklists = *lists;
        m_checklistsFrom = from;
    }
    return lists;
}

Result<Published::Count> Published::count() {
    if (!m_sites) {
        if (const auto read = sites(); !read) return fail(read.error());
    }
    if (!m_checklists) {
        if (const auto read = checklists(); !read) return fail(read.error());
    }
    return Count{static_cast<int>(m_sites->size()), static_cast<int>(m_checklists->size())};
}

// Lines are never taken out: as long as their number and what the log says of them is the same, so is what they say.
std::size_t Published::linesOf(const char* type) const {
    std::size_t out = 0;
    for (const char* one : {type, "invite.issued", "key.enrolled", "key.revoked"}) {
        store::RecordFilter filter;
        filter.type = one;
        out += m_store->countRecords(filter);
    }
    return out;
}

Result<std::shared_ptr<const checklist::Checklist>> Published::document(const Sha256& sha256) {
    if (const auto known = m_documents.find(sha256); known != m_documents.end()) return known->second;
    auto loaded = store::loadDocument(*m_store, sha256);
    if (loaded) m_documents[sha256] = *loaded;
    return loaded;
}

const std::string& Published::siteName(const std::string& id) {
    if (const auto known = m_siteNames.find(id); known != m_siteNames.end()) return known->second;
    // Reading all sites once is cheaper than one by one, and a list never asks for less.
    (void)sites();
    auto [place, fresh] = m_siteNames.try_emplace(id, id);
    return place->second;
}

}  // namespace plumb::mobile
