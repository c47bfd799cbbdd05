// Photos and documents at rest: one sealed file per content, FOLDER/xx/<name>.sealed. The name is a keyed hash of the
// content's SHA-256 (DataKey::pseudonym): it tells nobody who has the photo that it is here. The exact size does show.
// Writing the same content twice is one file. Several threads may use one FileVault at once.
#pragma once

#include <filesystem>

#include "shared/base/sha256.h"
#include "shared/crypto/vault.h"

namespace plumb::store {

constexpr std::uint64_t kMaxFileBytes = 64ULL << 20;

// The sentence for a file beyond it.
Error fileTooLarge(std::uint64_t bytes);

class FileVault {
  public:
    FileVault(std::filesystem::path folder, crypto::DataKey key);

    // Durable when it returns. tooLarge beyond kMaxFileBytes, full where the disk is.
    Result<Sha256> put(ByteView content);
    // notFound; badSignature "seal_broken" where the stored bytes were changed; broken "file_unreadable".
    [[nodiscard]] Result<Bytes> get(const Sha256& hash) const;
    [[nodiscard]] bool has(const Sha256& hash) const;
    // Gone when it returns, and on the disk; one that is not here is no error. REQUIRES: nobody needs it here
    // (file_release.h).
    Result<void> remove(const Sha256& hash);
    // What stands for the content in names of files and in tables.
    [[nodiscard]] Sha256 nameOf(const Sha256& hash) const;

    // Files of the first form were named FOLDER/xx/<SHA-256 of the content>. Renames all that are left; cut off at any
    // point, it goes on when it is called again, and no file is without a name. Durable when it returns.
    Result<void> leaveOpenNames();

  private:
    [[nodiscard]] std::filesystem::path place(const Sha256& hash) const;

    std::filesystem::path m_folder;
    crypto::DataKey m_key;
};

}  // namespace plumb::store
