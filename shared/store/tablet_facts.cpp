#include "shared/store/tablet_facts.h"

#include "shared/domain/rights.h"

namespace plumb::store {

std::vector<domain::Publication> TabletFacts::publications(std::string_view type, std::string_view id) const {
    const bool site = type == "site.published";  // its line's site is what it publishes
    RecordFilter filter;
    filter.type = type;
    filter.newestFirst = false;
    std::vector<domain::Publication> out;
    for (const auto& row : site ? m_store.sitePublications(std::string(id)) : m_store.records(filter)) {
        if (row.state == RecordState::refused) continue;
        if (!site) {
            // What a checklist is stands in the sealed body.
            const auto payload = m_store.payload(row.hash);
            if (!payload || domain::publishedId(*payload) != id) continue;
        }
        out.push_back({row.logIndex, row.region, row.kid});
    }
    return out;
}

std::optional<domain::RecordFact> TabletFacts::record(std::string_view id) const {
    const auto row = m_store.recordById(std::string(id));
    if (!row || row->state == RecordState::refused) return std::nullopt;
    return domain::RecordFact{row->type, row->site, row->region, row->kid};
}

}  // namespace plumb::store
