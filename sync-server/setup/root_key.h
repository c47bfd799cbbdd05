// The root key's file: JSON with the public key in the clear and the secret sealed under a passphrase (crypto/vault.h).
// It is needed for nothing but inviting first administrators and naming who certifies document keys, and is meant to be
// taken off the server.
#pragma once

#include <filesystem>

#include "shared/base/result.h"
#include "shared/crypto/suite.h"
#include "shared/crypto/vault.h"

namespace plumb::server {

void saveRootKey(const std::filesystem::path& file, const crypto::PrivateKey& key, const std::string& passphrase,
                 crypto::PinCost cost = {17});
// not found where the file is gone, bad_passphrase where the passphrase is not its own.
Result<crypto::PrivateKey> loadRootKey(const std::filesystem::path& file, const std::string& passphrase);

}  // namespace plumb::server
