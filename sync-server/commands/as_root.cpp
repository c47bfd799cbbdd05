#include "sync-server/commands/as_root.h"

#include "sync-server/setup/passphrase.h"
#include "sync-server/setup/root_key.h"

namespace plumb::server {

void addRoot(CLI::App& app, RootOptions& options) {
    addDataFolder(app, options.data);
    app.add_option("--root-key", options.rootKey, "The root key's file");
}

Result<AsRoot> openAsRoot(const RootOptions& options) {
    auto server = openStopped(options.data);
    if (!server) return fail(server.error());
    const auto passphrase = knownPassphrase();
    if (!passphrase) return fail(passphrase.error());
    auto key = loadRootKey(options.rootKey.empty() ? server->folder.rootKey() : options.rootKey, *passphrase);
    if (!key) return fail(key.error());
    auto store = openStore(storePlace(server->folder, server->config));
    if (!store) return fail(store.error());
    return AsRoot{std::move(*server), std::move(*key), std::move(*store)};
}

}  // namespace plumb::server
