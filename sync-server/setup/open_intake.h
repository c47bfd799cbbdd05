// Opens the server's intake of complaints: makes a key for it, has the root invite it as the person "intake", and
// enrols it in the log of a stopped server. Its role is the auditor's, which may say least; the key stays on the server
// and never asks for a token.
#pragma once

#include "sync-server/setup/data_folder.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// The thumbprint of its key. Taken up again where a first attempt was cut short. intake_open where one is enrolled;
// those of appendByRoot().
Result<std::string> openIntake(const DataFolder& folder, const ServerConfig& config, const crypto::PrivateKey& root,
                               Store& store, const Clock& clock);

}  // namespace plumb::server
