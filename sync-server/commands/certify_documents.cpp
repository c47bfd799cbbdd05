#include "sync-server/setup/certify_documents.h"

#include <iostream>

#include "sync-server/commands/command.h"
#include "sync-server/setup/passphrase.h"
#include "sync-server/setup/root_key.h"
#include "sync-server/store/sqlite_store.h"

namespace plumb::server {
namespace {

struct Options {
    std::filesystem::path data, rootKey;
    CertifyOptions certify;
};

int certify(const Options& given) {
    const auto server = openStopped(given.data);
    if (!server) return say(server.error());
    const auto passphrase = knownPassphrase();
    if (!passphrase) return say(passphrase.error());
    const auto root = loadRootKey(given.rootKey.empty() ? server->folder.rootKey() : given.rootKey, *passphrase);
    if (!root) return say(root.error());
    auto store = openSqliteStore(server->folder.database());
    if (!store) return say(store.error());
    const auto certificate = certifyDocuments(server->folder, server->config, *root, **store, given.certify, systemNow);
    if (!certificate) return say(certificate.error());
    std::cerr << "\"" << certificate->name() << "\" certifies document keys of this server from now on.\n";
    std::cout << certificate->pem();
    return 0;
}

}  // namespace

Run declareCertifyDocuments(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addDataFolder(app, options->data);
    app.add_option("--root-key", options->rootKey, "The root key's file");
    app.add_option("--office", options->certify.office,
                   "Who issues papers, at most 60 characters (default: the log's name)");
    app.add_flag("--renew", options->certify.renew, "Another authority in the place of the one that stands");
    return [options] { return certify(*options); };
}

}  // namespace plumb::server
