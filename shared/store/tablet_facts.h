// What the believed lines of this device have established, as rights are judged against it. Own lines that the log does
// not have yet come last. The store's thread.
#pragma once

#include "shared/domain/facts.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

class TabletFacts final : public domain::Facts {
  public:
    // `store` outlives this.
    explicit TabletFacts(const TabletStore& store) : m_store(store) {}

    [[nodiscard]] std::vector<domain::Publication> publications(std::string_view type,
                                                                std::string_view id) const override;
    [[nodiscard]] std::optional<domain::RecordFact> record(std::string_view id) const override;

  private:
    const TabletStore& m_store;
};

}  // namespace plumb::store
