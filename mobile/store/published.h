// What administrators published, as it was last judged. Judging each line from the root again is for when there are
// more of them, not for each look at a list. Vault thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/store/reference.h"

namespace plumb::mobile {

class Published {
  public:
    // `store` outlives this.
    explicit Published(store::TabletStore& store) : m_store(&store) {}

    Result<std::vector<store::Site>> sites();
    Result<std::vector<store::PublishedChecklist>> checklists();
    // How many of both there were when they were last read.
    struct Count {
        int sites = 0, checklists = 0;
    };
    Result<Count> count();
    // A checklist's document by its hash; each is loaded once.
    Result<std::shared_ptr<const checklist::Checklist>> document(const Sha256& sha256);
    // The id where no such site is known.
    const std::string& siteName(const std::string& id);

  private:
    [[nodiscard]] std::size_t linesOf(const char* type) const;

    store::TabletStore* m_store;
    std::map<Sha256, std::shared_ptr<const checklist::Checklist>> m_documents;  // immutable
    std::map<std::string, std::string> m_siteNames;
    std::optional<std::vector<store::Site>> m_sites;
    std::optional<std::vector<store::PublishedChecklist>> m_checklists;
    std::size_t m_sitesFrom = 0, m_checklistsFrom = 0;  // by how many lines they were judged
};

}  // namespace plumb::mobile
