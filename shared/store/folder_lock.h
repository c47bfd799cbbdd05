// One process, and one thread of it, at a time works on a person's vault: the others wait. The lock is on the folder
// itself (flock), so that it needs no file and goes with the process that held it, however that ended.
#pragma once

#include <filesystem>

#include "shared/base/result.h"
#include "shared/store/file_descriptor.h"

namespace plumb::store {

class FolderLock {
  public:
    // Waits up to kVaultLockWait; then refused "vault_busy". notFound where there is no such folder.
    static Result<FolderLock> take(const std::filesystem::path& folder);

  private:
    explicit FolderLock(FileDescriptor held) : m_held(std::move(held)) {}
    FileDescriptor m_held;
};

}  // namespace plumb::store
