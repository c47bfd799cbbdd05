#include "sync-server/export/site_book.h"

#include "sync-server/export/tuning.h"
#include "sync-server/projections/sites/site_line.h"

namespace plumb::server {

const records::Site& SiteBook::find(StoreReader& reader, const std::string& id) {
    if (const auto known = m_sites.find(id); known != m_sites.end()) return known->second;
    if (m_sites.size() >= kSitesRemembered) m_sites.clear();
    return m_sites.emplace(id, publishedSite(reader, id).value_or(records::Site{})).first->second;
}

}  // namespace plumb::server
