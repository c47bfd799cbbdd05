// What the commands that speak with the root key have in common: a server that is stopped, its log, and that key.
#pragma once

#include "shared/crypto/suite.h"
#include "sync-server/commands/command.h"
#include "sync-server/setup/held_turn.h"

namespace plumb::server {

struct RootOptions {
    std::filesystem::path data, rootKey;
};
// --data, --root-key.
void addRoot(CLI::App& app, RootOptions& options);

struct AsRoot {
    StoppedServer server;
    crypto::PrivateKey key;
    std::unique_ptr<Store> store;
    std::unique_ptr<HeldTurn> turn;
};
// log_in_use; the passphrase is asked for, or read from where setup/passphrase.h says. Errors: openStopped()'s,
// loadRootKey()'s, the store's.
Result<AsRoot> openAsRoot(const RootOptions& options);

}  // namespace plumb::server
