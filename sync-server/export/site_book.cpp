#include "sync-server/export/site_book.h"

#include "shared/record/line.h"
#include "shared/record/payload.h"
#include "sync-server/export/tuning.h"
#include "sync-server/projections/sites/site_rows.h"

namespace plumb::server {

std::optional<records::Site> siteOfLine(StoreReader& reader, std::uint64_t index) {
    auto text = reader.line(index);
    if (!text) return std::nullopt;
    const auto line = record::Line::parse(std::move(*text));
    if (!line) return std::nullopt;
    const auto payload = record::parsePayload(line->payload());
    if (!payload) return std::nullopt;
    auto site = records::readSite(payload->body);
    if (!site) return std::nullopt;
    // Where the line and its body disagree, the line's place is what rights were judged by.
    site->id = payload->site;
    site->region = payload->region;
    return std::move(*site);
}

const records::Site& SiteBook::find(StoreReader& reader, const std::string& id) {
    if (const auto known = m_sites.find(id); known != m_sites.end()) return known->second;
    if (m_sites.size() >= kSitesRemembered) m_sites.clear();
    std::optional<records::Site> site;
    if (const auto index = SiteRows(reader).publishedAt(id)) site = siteOfLine(reader, *index);
    return m_sites.emplace(id, site.value_or(records::Site{})).first->second;
}

}  // namespace plumb::server
