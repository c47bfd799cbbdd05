// The root's first work: inviting administrators. Writes the line into the log of a stopped server.
#pragma once

#include "shared/domain/invitation.h"
#include "sync-server/setup/data_folder.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct RootInvite {
    std::string person = "administrator";
    std::chrono::hours life{30 * 24};
    bool publicTls = false;  // clients trust the certificate's authority: the invitation carries no pin
};

// The invitation's URI. `now`: the machine's clock. The pin comes from the folder's certificate.
Result<std::string> inviteByRoot(const DataFolder& folder, const ServerConfig& config, const crypto::PrivateKey& root,
                                 Store& store, const RootInvite& invite, const Clock& clock);

}  // namespace plumb::server
