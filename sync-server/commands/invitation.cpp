#include "sync-server/commands/invitation.h"

#include <unistd.h>

#include <iostream>

#include "sync-server/setup/qr.h"

namespace plumb::server {

void addInvitation(CLI::App& app, InvitationOptions& options) {
    app.add_option("--admin-name", options.invite.person, "The administrator's name");
    app.add_flag("--public-tls", options.invite.publicTls,
                 "The certificate will be one that every client trusts: no pin");
    app.add_flag("--json", options.json, "Print JSON");
    app.add_flag("--qr", options.qr, "Draw the QR code even where no terminal is seen");
}

void printInvitation(const InvitationOptions& options, const std::string& root, const std::string& uri) {
    if (options.json) {
        std::cout << toText(json::object{{"root", root}, {"enrol", uri}}) << std::endl;
        return;
    }
    std::cout << "root KID: " << root << "\nenrol URI: " << uri << std::endl;
    if (options.qr || isatty(STDOUT_FILENO) == 1) std::cout << '\n' << terminalQr(uri) << std::flush;
}

}  // namespace plumb::server
