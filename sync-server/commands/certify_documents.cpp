#include "sync-server/setup/certify_documents.h"

#include <iostream>

#include "sync-server/commands/as_root.h"

namespace plumb::server {
namespace {

struct Options {
    RootOptions root;
    CertifyOptions certify;
};

int certify(const Options& given) {
    const auto root = openAsRoot(given.root);
    if (!root) return say(root.error());
    const auto certificate =
        certifyDocuments(root->server.folder, root->server.config, root->key, *root->store, given.certify, systemNow);
    if (!certificate) return say(certificate.error());
    std::cerr << "\"" << certificate->name() << "\" certifies document keys of this server from now on.\n";
    std::cout << certificate->pem();
    return 0;
}

}  // namespace

Run declareCertifyDocuments(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addRoot(app, options->root);
    app.add_option("--office", options->certify.office,
                   "Who issues papers, at most 60 characters (default: the log's name)");
    app.add_flag("--renew", options->certify.renew, "Another authority in the place of the one that stands");
    return [options] { return certify(*options); };
}

}  // namespace plumb::server
