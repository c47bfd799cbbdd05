#include "sync-server/setup/invite_root.h"

#include "sync-server/commands/as_root.h"
#include "sync-server/commands/invitation.h"

namespace plumb::server {
namespace {

struct Options {
    RootOptions root;
    InvitationOptions invitation;
};

int inviteRoot(const Options& given) {
    const auto root = openAsRoot(given.root);
    if (!root) return say(root.error());
    const auto& config = root->server.config;
    const auto uri =
        inviteByRoot(root->server.folder, config, root->key, *root->store, given.invitation.invite, systemNow);
    if (!uri) return say(uri.error());
    printInvitation(given.invitation, config.rootKid, *uri);
    return 0;
}

}  // namespace

Run declareInviteRoot(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addRoot(app, options->root);
    addInvitation(app, options->invitation);
    return [options] { return inviteRoot(*options); };
}

}  // namespace plumb::server
