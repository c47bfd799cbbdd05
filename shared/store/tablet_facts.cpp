#include "shared/store/tablet_facts.h"

#include "shared/domain/rights.h"

namespace plumb::store {

std::vector<domain::Publication> TabletFacts::publications(std::string_view type, std::string_view id) const {
    Id wanted{type, id};
    const auto known = m_publications.find(wanted);
    if (known != m_publications.end()) return known->second;
    if (type == "site.published") {  // its line's site is what it publishes
        auto found = sitesOf(wanted.second);
        return m_publications.emplace(std::move(wanted), std::move(found)).first->second;
    }
    if (m_read.insert(wanted.first).second) readAll(wanted.first);
    return m_publications[wanted];
}

std::vector<domain::Publication> TabletFacts::sitesOf(const std::string& id) const {
    std::vector<domain::Publication> out;
    for (const auto& row : m_store.sitePublications(id)) {
        if (row.state != RecordState::refused) out.push_back({row.logIndex, row.region, row.kid});
    }
    return out;
}

void TabletFacts::readAll(const std::string& type) const {
    RecordFilter filter;
    filter.type = type;
    filter.newestFirst = false;
    for (const auto& row : m_store.records(filter)) {
        if (row.state == RecordState::refused) continue;
        const auto payload = m_store.payload(row.hash);
        if (payload)
            m_publications[{type, domain::publishedId(*payload)}].push_back({row.logIndex, row.region, row.kid});
    }
}

std::optional<domain::RecordFact> TabletFacts::record(std::string_view id) const {
    const auto row = m_store.recordById(std::string(id));
    if (!row || row->state == RecordState::refused) return std::nullopt;
    return domain::RecordFact{row->type, row->site, row->region, row->kid};
}

}  // namespace plumb::store
