#include "sync-server/setup/invite_root.h"

#include "sync-server/commands/invitation.h"
#include "sync-server/setup/passphrase.h"
#include "sync-server/setup/root_key.h"
#include "sync-server/store/sqlite_store.h"

namespace plumb::server {
namespace {

struct Options {
    std::filesystem::path data, rootKey;
    InvitationOptions invitation;
};

int inviteRoot(const Options& given) {
    const auto server = openStopped(given.data);
    if (!server) return say(server.error());
    const auto passphrase = knownPassphrase();
    if (!passphrase) return say(passphrase.error());
    const auto root = loadRootKey(given.rootKey.empty() ? server->folder.rootKey() : given.rootKey, *passphrase);
    if (!root) return say(root.error());
    auto store = openSqliteStore(server->folder.database());
    if (!store) return say(store.error());
    const auto uri = inviteByRoot(server->folder, server->config, *root, **store, given.invitation.invite, systemNow);
    if (!uri) return say(uri.error());
    printInvitation(given.invitation, server->config.rootKid, *uri);
    return 0;
}

}  // namespace

Run declareInviteRoot(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addDataFolder(app, options->data);
    addInvitation(app, options->invitation);
    app.add_option("--root-key", options->rootKey, "The root key's file");
    return [options] { return inviteRoot(*options); };
}

}  // namespace plumb::server
