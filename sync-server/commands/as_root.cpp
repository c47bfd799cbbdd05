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
    const auto place = storePlace(server->folder, server->config);
    auto store = openStore(place);
    if (!store) return fail(store.error());
    auto turn = HeldTurn::take(**store, place, "a command of its operator");
    if (!turn) return fail(turn.error());
    return AsRoot{std::move(*server), std::move(*key), std::move(*store), std::move(*turn)};
}

}  // namespace plumb::server
