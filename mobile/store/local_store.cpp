#include "mobile/store/local_store.h"

#include "mobile/store/give_back.h"

namespace plumb::mobile {

void LocalStore::take(std::unique_ptr<store::TabletStore> opened) {
    close();
    ++m_opening;
    m_store = std::move(opened);
    m_folder = m_store->folder();
    m_derived = store::DerivedTables::open(*m_store);
    m_published.emplace(*m_store, *m_derived);
    giveBackMemory();
}

void LocalStore::close() {
    ++m_opening;
    m_published.reset();
    m_derived.reset();
    m_photoFacts.clear();
    m_store.reset();
}

Result<store::TabletStore*> LocalStore::opened() const {
    if (!m_store) return fail(ErrorKind::refused, "locked", "the vault is locked");
    return m_store.get();
}

store::DerivedTables& LocalStore::derived() {
    m_derived->follow(*m_store, store::kFollowedAtOnce);
    return *m_derived;
}

const store::PhotoMetadata& LocalStore::photoFacts(const Sha256& photo) {
    const auto known = m_photoFacts.find(photo);
    if (known != m_photoFacts.end()) return known->second;
    static const store::PhotoMetadata none;
    const auto content = m_store->vault().get(photo);
    if (!content) return none;  // it may still come
    return m_photoFacts[photo] = store::photoFacts(*content);
}

}  // namespace plumb::mobile
