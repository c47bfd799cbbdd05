#include "sync-server/setup/open_intake.h"

#include <iostream>

#include "sync-server/commands/as_root.h"

namespace plumb::server {
namespace {

int open(const RootOptions& given) {
    const auto root = openAsRoot(given);
    if (!root) return say(root.error());
    const auto kid = openIntake(root->server.folder, root->server.config, root->key, *root->store, systemNow);
    if (!kid) return say(kid.error());
    std::cerr << "Complaints are taken at " << root->server.config.url << "/complain from now on.\n";
    std::cout << *kid << '\n';
    return 0;
}

}  // namespace

Run declareOpenIntake(CLI::App& app) {
    const auto options = std::make_shared<RootOptions>();
    addRoot(app, *options);
    return [options] { return open(*options); };
}

}  // namespace plumb::server
