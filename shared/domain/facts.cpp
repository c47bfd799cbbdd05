#include "shared/domain/facts.h"

#include "shared/domain/rights.h"

namespace plumb::domain {

void FactBook::add(const record::Payload& payload, const std::string& kid, LogPlace at) {
    if (recordType(payload.type).place == PlaceRule::publication)
        m_publications[{payload.type, publishedId(payload)}].push_back({at, payload.region, kid});
    m_records.try_emplace(payload.id, RecordFact{payload.type, payload.site, payload.region, kid});
}

std::vector<Publication> FactBook::publications(std::string_view type, std::string_view id) const {
    auto out = m_before ? m_before->publications(type, id) : std::vector<Publication>();
    const auto found = m_publications.find({std::string(type), std::string(id)});
    if (found != m_publications.end()) out.insert(out.end(), found->second.begin(), found->second.end());
    return out;
}

std::optional<RecordFact> FactBook::record(std::string_view id) const {
    if (m_before) {
        if (auto known = m_before->record(id)) return known;
    }
    const auto found = m_records.find(id);
    return found == m_records.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace plumb::domain
