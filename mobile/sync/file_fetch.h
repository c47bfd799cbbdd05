// Files that somebody wants to look at and that are not on this device: photos of a record that a colleague signed.
// They are fetched when they are asked for, not with every sync. Each is checked against its hash before it is sealed.
// On the sync thread; stop() may be called from any.
#pragma once

#include <vector>

#include "shared/store/tablet_store.h"
#include "shared/sync/server_link.h"

namespace plumb::mobile {

class FileFetch {
  public:
    // `store` outlives this.
    explicit FileFetch(store::TabletStore& store);

    // What came before a failure is kept. Errors: offline, wrong_server, not found where the server does not hold one.
    Result<void> run(const std::vector<Sha256>& files);
    void stop() { m_link.http().cancel(); }

  private:
    FileFetch(store::TabletStore& store, store::Profile profile);
    Result<void> login();

    store::TabletStore& m_store;
    store::Profile m_profile;
    sync::ServerLink m_link;
    bool m_loggedIn = false;
};

}  // namespace plumb::mobile
