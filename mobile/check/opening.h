// Opening a draft: with it comes what stands beside it on the screen, the visit before and the versions of its
// checklist. Blocking; on the vault thread.
#pragma once

#include <QString>
#include <optional>

#include "mobile/check/opened_draft.h"
#include "mobile/store/local_store.h"

namespace plumb::mobile {

// From then on a killed app comes back to it.
Result<OpenedDraft> openDraft(LocalStore& store, const QString& draft);
// None where the newest one is that on which it stands.
Result<std::optional<NewerInfo>> newerVersion(LocalStore& store, const QString& draft);
// Both give the draft as it is then.
Result<OpenedDraft> moveToVersion(LocalStore& store, const QString& draft, const Sha256& newer);
Result<OpenedDraft> stayOnVersion(LocalStore& store, const QString& draft, const Sha256& newer);

}  // namespace plumb::mobile
