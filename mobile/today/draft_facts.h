// What is known of a person's drafts, kept between two looks at Today: how far a draft is follows from a whole session
// over its checklist, which takes some hundred times as long as reading its entries, and most drafts did not change. A
// draft is reckoned again when any of its entries, its document or the day is another one. Blocking; on the vault
// thread alone. One for each person who opens a vault: it holds what is sealed otherwise.
#pragma once

#include <map>
#include <string>

#include "mobile/check/draft_info.h"
#include "mobile/store/local_store.h"

namespace plumb::mobile {

class DraftFacts {
  public:
    // Of all drafts of inspections and self-assessments, newest change first. REQUIRES: opened().
    Result<std::vector<DraftInfo>> read(LocalStore& store);
    // Sessions that were made so far.
    [[nodiscard]] std::size_t reckoned() const { return m_reckoned; }

  private:
    struct Known {
        Sha256 of;  // what it was reckoned from
        DraftInfo info;
    };
    std::map<std::string, Known> m_known;  // by the draft's id
    std::size_t m_reckoned = 0;
};

}  // namespace plumb::mobile
