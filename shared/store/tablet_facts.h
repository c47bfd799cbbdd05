// What the believed lines of this device have established, as rights are judged against it. Own lines that the log does
// not have yet come last. The store's thread.
#pragma once

#include <map>
#include <set>

#include "shared/domain/facts.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

class TabletFacts final : public domain::Facts {
  public:
    // `store` outlives this. What was asked for is remembered: what is stored later is not seen by this object.
    explicit TabletFacts(const TabletStore& store) : m_store(store) {}

    [[nodiscard]] std::vector<domain::Publication> publications(std::string_view type,
                                                                std::string_view id) const override;
    [[nodiscard]] std::optional<domain::RecordFact> record(std::string_view id) const override;

  private:
    using Id = std::pair<std::string, std::string>;
    [[nodiscard]] std::vector<domain::Publication> sitesOf(const std::string& id) const;
    // What a checklist is stands in the sealed body: all are read at once.
    void readAll(const std::string& type) const;

    const TabletStore& m_store;
    mutable std::map<Id, std::vector<domain::Publication>> m_publications;
    mutable std::set<std::string> m_read;
};

}  // namespace plumb::store
