#include "mobile/store/published.h"

#include "shared/store/tuning.h"

namespace plumb::mobile {

store::DerivedTables& Published::followed() {
    m_derived.follow(m_store, store::kFollowedAtOnce);
    return m_derived;
}

store::DerivedTables::Sites Published::sites(std::string_view query, std::size_t offset, std::size_t limit) {
    return followed().sites(query, offset, limit);
}

std::optional<store::Site> Published::site(const std::string& id) {
    return followed().site(id);
}

Result<std::vector<store::PublishedChecklist>> Published::checklists() {
    return followed().checklists(m_store.vault());
}

Result<Published::Count> Published::count() {
    const auto counts = followed().counts();
    return Count{static_cast<int>(counts.sites), static_cast<int>(counts.checklists)};
}

Result<std::shared_ptr<const checklist::Checklist>> Published::document(const Sha256& sha256) {
    if (const auto known = m_documents.find(sha256); known != m_documents.end()) return known->second;
    auto loaded = store::loadDocument(m_store, sha256);
    if (loaded) m_documents[sha256] = *loaded;
    return loaded;
}

std::string Published::siteName(const std::string& id) {
    const auto known = followed().site(id);
    return known ? known->name : id;
}

}  // namespace plumb::mobile
