// Makes a server out of an empty folder: root key, log key, TLS certificate, and the first administrator's invitation
// as line 0 of the log; and who certifies document keys, as line 1.
#pragma once

#include "shared/crypto/vault.h"
#include "sync-server/setup/invite_root.h"

namespace plumb::server {

struct InitOptions {
    DataFolder folder;
    crypto::Suite suite = crypto::Suite::eddsa;
    std::string origin;  // empty: made from the root's thumbprint
    std::string url = "https://127.0.0.1:8443";
    std::string passphrase;
    RootInvite invite;
    bool documents = false;  // the root names an authority that certifies document keys (certify_documents.h)
    std::string office;      // who issues papers, as that authority is called; "": the log's name
    crypto::PinCost cost{17};
    std::string store;  // the PostgreSQL database that is to have the log; "": log.db in the folder
};

struct InitResult {
    std::string rootKid;
    std::string origin;
    std::string enrolUri;
};

// folder_not_empty, bad_store, store_not_empty, bad_url, bad_origin, bad_name. Nothing is left behind that a second
// attempt would trip over but the folder itself.
Result<InitResult> initialise(const InitOptions& options, const Clock& clock);

}  // namespace plumb::server
