// A draft stays on the version of its checklist on which it was begun. Where a newer one is known, a person sees what
// would change (shared/checklist/session/version_diff.h) and decides: to stay, or to move. What the newer version
// cannot take is kept aside with the draft and stated by the record; nothing is lost. Same thread as the store.
#pragma once

#include "shared/checklist/session/version_diff.h"
#include "shared/store/inspection_draft.h"

namespace plumb::store {

// The newest published document of the draft's checklist, where it is another one, published later, and on this device.
// None for amendments: they speak of a record that was signed under its version.
Result<std::optional<PublishedChecklist>> newerVersionOf(TabletStore& store, const InspectionDraft& draft);

// What moving would do to the draft's answers, as they stand on disk.
Result<checklist::VersionDiff> diffToVersion(TabletStore& store, const InspectionDraft& draft, const Sha256& newer);

// Moves, in one transaction: the document, the answers that it takes, what it does not take aside, the trail's entries
// that tell so. Refused: "amending", "same_version", "other_checklist".
Result<void> moveToVersion(TabletStore& store, const std::string& draft, const Sha256& newer);

// The person has seen it and stays.
Result<void> stayOnVersion(TabletStore& store, const std::string& draft, const Sha256& newer);

}  // namespace plumb::store
