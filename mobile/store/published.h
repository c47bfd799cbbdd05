// What administrators published, as the derived tables have it, and the documents of checklists, of which those that
// were used last are kept. Vault thread.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "shared/store/derived/derived_tables.h"

namespace plumb::mobile {

class Published {
  public:
    // Both outlive this.
    Published(store::TabletStore& store, store::DerivedTables& derived) : m_store(store), m_derived(derived) {}

    // In order of name, of those that the words of `query` leave.
    [[nodiscard]] store::DerivedTables::Sites sites(std::string_view query, std::size_t offset, std::size_t limit);
    [[nodiscard]] std::optional<store::Site> site(const std::string& id);
    Result<std::vector<store::PublishedChecklist>> checklists();
    // How many of both there are.
    struct Count {
        int sites = 0, checklists = 0;
    };
    Result<Count> count();
    // A checklist's document by its hash. What is in somebody's hands, or was used last, is not loaded again.
    Result<std::shared_ptr<const checklist::Checklist>> document(const Sha256& sha256);
    // The id where no such site is known.
    std::string siteName(const std::string& id);

  private:
    store::DerivedTables& followed();

    store::TabletStore& m_store;
    store::DerivedTables& m_derived;
    using Document = std::shared_ptr<const checklist::Checklist>;  // immutable

    void keep(const Sha256& sha256, const Document& document);

    std::list<std::pair<Sha256, Document>> m_kept;                         // used last first
    std::map<Sha256, std::weak_ptr<const checklist::Checklist>> m_handed;  // everything that may still be held
};

}  // namespace plumb::mobile
