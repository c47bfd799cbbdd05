#include "shared/store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <system_error>
#include <thread>

#include "shared/store/tuning.h"

namespace plumb::store {

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
    FileDescriptor held(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!held.isOpen()) {
        if (errno == ENOENT)
            return fail(ErrorKind::notFound, "no_vault", "the folder " + folder.string() + " is not there");
        throw std::system_error(errno, std::generic_category(), "opening " + folder.string());
    }
    const auto until = std::chrono::steady_clock::now() + kVaultLockWait;
    while (::flock(held.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            throw std::system_error(errno, std::generic_category(), "locking " + folder.string());
        if (std::chrono::steady_clock::now() >= until)
            return fail(ErrorKind::refused, "vault_busy",
                        "another program is working on this vault; close it, or try again in a moment");
        std::this_thread::sleep_for(kVaultLockPoll);
    }
    return FolderLock(std::move(held));
}

}  // namespace plumb::store
