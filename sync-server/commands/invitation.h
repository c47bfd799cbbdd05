// What init and invite-root have in common: whom to invite, and how the invitation is shown.
#pragma once

#include "sync-server/commands/command.h"
#include "sync-server/setup/invite_root.h"

namespace plumb::server {

struct InvitationOptions {
    RootInvite invite;
    bool json = false, qr = false;
};

void addInvitation(CLI::App& app, InvitationOptions& options);
void printInvitation(const InvitationOptions& options, const std::string& root, const std::string& uri);

}  // namespace plumb::server
