// A self-assessment's work on the store: reading where it stands, opening this device's draft of it, handing over what
// was filled, deciding what two people answered differently. Blocking; on the vault thread.
#pragma once

#include <QString>
#include <optional>

#include "mobile/assess/assess_info.h"
#include "mobile/store/local_store.h"
#include "shared/domain/place.h"

namespace plumb::mobile {

// Of the round and site that are wanted, where they still are among the open ones; else of the one that closes first.
Result<AssessInfo> readAssess(LocalStore& store, const AssessChoice& wanted);

// The draft of this device, with what others handed over merged in; begun where there is none. It stands at `item`
// then, where one is named. `test`: another one, to try the checklist, of which nothing counts.
Result<QString> openAssessment(LocalStore& store, const AssessChoice& chosen, const QString& item, bool test = false);

// Signs every item that was changed here since the last time, and where this device is. Gives how many; 0: there was
// nothing.
Result<int> handOver(LocalStore& store, const QString& draft, const std::optional<domain::Whereabouts>& where);

// Signs who is to fill a section; "": nobody (again). False: it stands so already.
Result<bool> assignSection(LocalStore& store, const AssessChoice& chosen, const QString& section,
                           const QString& person);

// `mine`: what this device says stays, and is handed over the next time; else what came from the other takes its place.
Result<void> decideConflict(LocalStore& store, const QString& draft, const QString& item, bool mine);

}  // namespace plumb::mobile
