// Exchange files (shared/sync/pack.h), as the sync thread makes and takes them. Blocking.
#pragma once

#include "mobile/sync/pack_info.h"
#include "shared/store/tablet_store.h"

namespace plumb::mobile {

// A new file in this folder.
Result<PackInfo> writePackInto(store::TabletStore& store, const QString& folder);
// A colleague's file goes to this device's server; the answer lies beside it.
Result<PackInfo> carryPackOf(const store::TabletStore& store, const QString& file);
Result<PackInfo> takePackFrom(store::TabletStore& store, const QString& file);

}  // namespace plumb::mobile
