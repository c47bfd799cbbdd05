// A check that is open, as its parts share it: the draft as the store gave it, the session over it (an answer costs it
// microseconds), where the person is, what was refused. A plain value without signals; UI thread.
#pragma once

#include <QString>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "mobile/check/check_refusals.h"
#include "mobile/check/opened_draft.h"
#include "shared/checklist/session/session.h"
#include "shared/domain/place.h"

namespace plumb::mobile {

struct OpenCheck {
    QString draft;
    QString section, item;                // where the person is
    std::unique_ptr<OpenedDraft> opened;  // both, or none of them
    std::unique_ptr<checklist::Session> session;
    CheckRefusals refusals;
    std::vector<Refusal> refusedNow{};       // those whose field there is at present
    std::vector<store::Photo> photosSeen{};  // also those that were taken away: undo brings them back

    // Where the tablet is now; empty where nobody asks. Not of the draft: it stays when that is closed.
    std::function<domain::Whereabouts()> locate{};

    // Nothing is open any more, or something else will be.
    void clear();
    [[nodiscard]] bool isOpen() const { return session != nullptr; }

    // REQUIRES, all of them: isOpen().
    [[nodiscard]] const checklist::Checklist& list() const { return *opened->checklist; }
    // Only what failed before is asked again.
    [[nodiscard]] bool isRecheck() const { return opened->options.recheck; }
    // None where nobody asks for positions.
    [[nodiscard]] std::optional<domain::Whereabouts> whereabouts() const;
    [[nodiscard]] bool asks(const std::string& item) const;
    // The hashes of an item's photos, in order: what the session gives back when a step is undone.
    [[nodiscard]] std::string photosOf(const std::string& item) const;
    // A photo that was taken away is still sealed in the vault, until the draft ends.
    void bringBackPhotos(const std::string& item, const std::string& hashes);
};

}  // namespace plumb::mobile
