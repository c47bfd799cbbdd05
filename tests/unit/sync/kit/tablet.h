// A tablet with its real store and engine, at a server in this process.
#pragma once

#include "shared/store/vault_store.h"
#include "shared/sync/bundle.h"
#include "shared/sync/engine.h"
#include "tests/unit/sync/kit/to_world.h"

namespace plumb::sync::kit {

class Tablet {
  public:
    // Enrolled with `invitation`.
    Tablet(World& world, const domain::Invitation& invitation);

    // One run of sync, through `caller` where one is given.
    Result<Report> sync(std::unique_ptr<HttpCaller> caller = {});
    // "" or the code of what stopped it.
    std::string fate(std::unique_ptr<HttpCaller> caller = {});
    // The store as another start of the program finds it.
    void reopen();
    // An inspection with these files. Texts go to the server together (record/small_files.h), anything else by itself.
    record::Line inspect(const std::vector<std::string>& contents = {},
                         const std::string& type = "application/octet-stream");
    [[nodiscard]] std::string kid() const { return store->deviceKey().value().kid(); }
    // Own lines that are not proved.
    [[nodiscard]] std::size_t unproved() const { return store->countUnproved(); }
    Bundle bundle(const std::string& record);

    std::unique_ptr<store::TabletStore> store;

  private:
    World& m_world;
    std::optional<store::NewVault> m_vault;
    server::kit::TempFolder m_home;
};

// An administrator's invitation by the root itself; the server stops for it and starts again.
domain::Invitation inviteByRoot(World& world);

// The hashes of all lines of a server's log, in its order.
std::vector<Sha256> linesOf(World& world);

}  // namespace plumb::sync::kit
