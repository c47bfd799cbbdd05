// The SHA-256 of a photo tells whoever has the photo too that it is here. So tables name a file by its pseudonym
// (FileVault::nameOf) and hold the hash itself sealed beside it.
#pragma once

#include <string>

#include "shared/crypto/vault.h"

namespace plumb::store {

// `name` is the row that the hash belongs to: sealed hashes cannot be swapped.
Bytes sealFileHash(const crypto::DataKey& key, const Sha256& name, const Sha256& hash);
Result<Sha256> openFileHash(const crypto::DataKey& key, const Sha256& name, ByteView sealed);

// The name under which a draft's entry stands in the table: as it is, but for a photo's or a document's,
// "item/<SHA-256>", whose hash is replaced.
std::string entryRowName(const crypto::DataKey& key, const std::string& kind, const std::string& name);
// What an entry's value is sealed with; `rowName` is as it stands in the table.
std::string entryIdentity(const std::string& draft, const std::string& kind, const std::string& rowName);

}  // namespace plumb::store
