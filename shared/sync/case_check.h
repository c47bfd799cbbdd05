// A bundle of a whole case, judged: the believed lines are folded as every reader folds them, and each line's files
// must be there as they were signed. For bundle_verify.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/records/believed.h"
#include "shared/records/rectification/case.h"
#include "shared/sync/bundle.h"

namespace plumb::sync {

// A line's type, and the items that it speaks of: "rectification.reported about item 2, 5".
std::string lineWord(const record::Payload& payload);

class CaseCheck {
  public:
    // `bundle` outlives this.
    explicit CaseCheck(const Bundle& bundle) : m_bundle(bundle) {}

    // Takes the next believed line in. REQUIRES: in the log's order, the submission first.
    void add(const records::BelievedLine& line);
    // Whether a line that does not speak of the submission belongs to its case all the same: a re-check for one of its
    // orders, and what speaks of that.
    [[nodiscard]] bool concerns(const record::Payload& payload) const;
    // bad_bundle names the item, where a file is missing or was changed.
    [[nodiscard]] Result<void> checkFiles(const record::Payload& payload) const;

    [[nodiscard]] bool stands() const { return m_row.has_value(); }
    // For how long it is kept; "": it was not archived.
    [[nodiscard]] std::string archived() const { return m_row ? m_row->archived : std::string(); }
    [[nodiscard]] CaseNames names() const;
    // How the case stands, finding by finding.
    [[nodiscard]] std::string word() const;
    // Acts that were not their turn, each with the reason.
    [[nodiscard]] std::vector<std::string> ignored() const;
    // Acts that rest on a re-check which came before none of them, or was another order's. No log takes such a line.
    [[nodiscard]] const std::vector<std::string>& unfounded() const { return m_unfounded; }

  private:
    const Bundle& m_bundle;
    std::optional<records::CaseRow> m_row;
    std::map<std::string, std::string> m_rechecks;  // by id, the order that each looked at again
    std::vector<std::string> m_unfounded;
    std::vector<std::pair<Sha256, std::string>> m_acts;  // and how each is called
};

}  // namespace plumb::sync
