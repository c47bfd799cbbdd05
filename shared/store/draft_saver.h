// How a filling gets to disk: the rows in which what a person sees differs from what was last written, so that one
// answer writes one answer and one entry of the trail, whatever the size of the form. Write what rows() gives in one
// transaction (TabletStore::putEntries) and say written() after its commit; what was not written comes again.
// No I/O; use it from the session's thread.
#pragma once

#include "shared/checklist/session/session.h"
#include "shared/store/inspection_draft.h"

namespace plumb::store {

class DraftSaver {
  public:
    DraftSaver() = default;
    // `session` was just opened with the answers and the trail of `draft`, and its photos have been counted. Counting
    // them is no event: what it left in the session's trail is passed over. What a form answered by itself when it was
    // opened for the first time is to be written as other answers are.
    DraftSaver(const checklist::Session& session, const InspectionDraft& draft);

    struct State {
        checklist::Answers answers;
        std::map<std::string, SignedFinding> findings;
        std::vector<Photo> photos;
        std::string place;
        std::optional<records::CredentialShown> credential;
        std::optional<records::InspectedName> inspected;
        std::size_t trail = 0;                      // entries of the session's trail
        std::optional<checklist::AuditEntry> last;  // the last of them, which typing may extend
    };
    struct Step {
        std::vector<DraftEntry> rows;
        State state;
    };
    // Answers come from the session; findings, photos and the open item from `draft`.
    [[nodiscard]] Step step(const checklist::Session& session, const InspectionDraft& draft) const;
    void written(State state) { m_written = std::move(state); }

  private:
    State m_written;
    // Entries of the session's trail that are none of the draft's: from this one, so many.
    std::size_t m_passedFrom = 0, m_passedOver = 0;
};

}  // namespace plumb::store
