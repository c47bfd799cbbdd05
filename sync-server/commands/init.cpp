#include "sync-server/setup/init.h"

#include <iostream>

#include "sync-server/commands/invitation.h"
#include "sync-server/setup/passphrase.h"

namespace plumb::server {
namespace {

struct Options {
    std::filesystem::path data;
    std::string suite = "EdDSA", name, office, url, store, listen = "127.0.0.1:8443";
    InvitationOptions invitation;
};

int init(const Options& given) {
    const auto suite = crypto::suiteByName(given.suite);
    if (!suite) return say(suite.error());
    InitOptions options;
    options.folder.path = given.data;
    options.suite = *suite;
    options.origin = given.name;
    options.url = given.url.empty() ? "https://" + given.listen : given.url;
    options.invite = given.invitation.invite;
    options.documents = true;
    options.office = given.office;
    options.store = given.store;
    const auto passphrase = newPassphrase();
    options.passphrase = passphrase.text;
    const auto made = initialise(options, systemNow);
    if (!made) return say(made.error());
    if (passphrase.drawn) {
        std::cerr << "The root key is sealed with this passphrase, shown only now: " << passphrase.text << '\n';
    }
    std::cerr << "Take " << options.folder.rootKey().string()
              << " off this machine and keep it safe; serving does not need it.\n";
    printInvitation(given.invitation, made->rootKid, made->enrolUri);
    return 0;
}

}  // namespace

Run declareInit(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addDataFolder(app, options->data);
    addInvitation(app, options->invitation);
    app.add_option("--suite", options->suite, "The root's suite: EdDSA, ES256 or SM2");
    app.add_option("--name", options->name, "The log's name (origin)");
    app.add_option(
        "--office", options->office,
        "Who issues papers, as the authority of document keys is called, at most 60 characters (default: the log's "
        "name)");
    app.add_option("--store", options->store,
                   "The PostgreSQL database that is to have the log (postgresql://user@host/database, its password in "
                   "PGPASSFILE; default: a file in the folder)");
    app.add_option("--url", options->url, "The address that invitations name");
    app.add_option("--listen", options->listen, "ADDRESS:PORT, for the address where --url is not given");
    return [options] { return init(*options); };
}

}  // namespace plumb::server
