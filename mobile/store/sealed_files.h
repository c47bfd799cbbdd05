// The file vault of whoever is signed in, for those who unseal files for the eye and the ear on threads of the pool:
// pictures, sounds, films. Any thread.
#pragma once

#include <memory>
#include <mutex>

#include "shared/store/file_vault.h"

namespace plumb::mobile {

class SealedFiles {
  public:
    // Null: nobody is signed in.
    void use(std::shared_ptr<const store::FileVault> vault);
    // Blocking: reads and decrypts the whole file. notFound where it is not here or nobody is signed in.
    [[nodiscard]] Result<Bytes> get(const Sha256& hash) const;

  private:
    mutable std::mutex m_guard;
    std::shared_ptr<const store::FileVault> m_vault;
};

}  // namespace plumb::mobile
