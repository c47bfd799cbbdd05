// The server of a device's store, for commands that ask it something themselves.
#pragma once

#include <memory>

#include "shared/store/tablet_store.h"
#include "shared/sync/server_link.h"

namespace plumb::cli {

// Logged in with the device's key. Errors: the store's, the link's ("key_revoked" among them).
Result<std::unique_ptr<sync::ServerLink>> loggedIn(const store::TabletStore& store);

}  // namespace plumb::cli
