// Enrolling a device: from an invitation and a PIN to a store of one's own. The key.enrolled line is on disk before it
// is sent, so that a lost answer is asked for again with the very same bytes. Blocking (scrypt, network): worker thread
// or command line.
#pragma once

#include <filesystem>
#include <string>

#include "shared/domain/invitation.h"
#include "shared/store/tablet_store.h"
#include "shared/store/vault_store.h"

namespace plumb::sync {

struct EnrolRequest {
    std::filesystem::path home;
    domain::Invitation invitation;
    std::string pin;
    std::string device;
    crypto::Suite suite = crypto::Suite::eddsa;  // of the device's own key
    crypto::PinCost pinCost;
};

struct Enrolled {
    std::filesystem::path folder;
    crypto::DataKey key;
    store::Profile profile;
};

// Errors: offline (the vault stays and finishEnrolment goes on with it), invite_unknown, invite_used, invite_expired,
// wrong_server, bad_trust (the server's trust lines do not lead from the invitation's root to this device),
// bad_checkpoint, bad_proof.
Result<Enrolled> enrol(const EnrolRequest& request, const Clock& clock);

// For a vault whose enrolment was begun and not finished.
Result<Enrolled> finishEnrolment(const std::filesystem::path& folder, const crypto::DataKey& key, const Clock& clock);

}  // namespace plumb::sync
