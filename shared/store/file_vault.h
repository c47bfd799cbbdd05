// Photos and documents at rest: one sealed file per content, named by its SHA-256, under FOLDER/xx/.
// Writing the same content twice is one file. Several threads may use one FileVault at once.
#pragma once

#include <filesystem>

#include "shared/base/sha256.h"
#include "shared/crypto/vault.h"

namespace plumb::store {

constexpr std::uint64_t kMaxFileBytes = 64ULL << 20;

class FileVault {
  public:
    FileVault(std::filesystem::path folder, crypto::DataKey key);

    // Durable when it returns. tooLarge beyond kMaxFileBytes, full where the disk is.
    Result<Sha256> put(ByteView content);
    // notFound; badSignature "seal_broken" where the stored bytes were changed.
    [[nodiscard]] Result<Bytes> get(const Sha256& hash) const;
    [[nodiscard]] bool has(const Sha256& hash) const;

  private:
    [[nodiscard]] std::filesystem::path place(const Sha256& hash) const;

    std::filesystem::path m_folder;
    crypto::DataKey m_key;
};

}  // namespace plumb::store
