#include "shared/store/owner_only.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "shared/store/durable_file.h"
#include "shared/store/file_descriptor.h"

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

constexpr mode_t kFile = 0600, kFolder = 0700;

void setMode(const fs::path& path, mode_t mode) {
    struct stat now {};
    if (::stat(path.c_str(), &now) == 0 && (now.st_mode & 07777) == mode) return;
    // What went away meanwhile (a -wal that another process closed) needs no mode; a disk without modes (EPERM on FAT)
    // has none to give.
    if (::chmod(path.c_str(), mode) != 0 && errno != ENOENT && errno != EPERM)
        throw std::system_error(errno, std::generic_category(), "the mode of " + path.string());
}

}  // namespace

void makeOwnersFolder(const fs::path& folder) {
    if (folder.has_parent_path() && !fs::exists(folder.parent_path())) makeOwnersFolder(folder.parent_path());
    if (::mkdir(folder.c_str(), kFolder) == 0) {
        try {
            syncFolder(folder.parent_path());
        } catch (...) {
            // Else nobody would bring its name to the disk any more.
            ::rmdir(folder.c_str());
            throw;
        }
    } else if (errno != EEXIST) {
        throw fs::filesystem_error("cannot make the folder", folder, std::error_code(errno, std::generic_category()));
    }
    setMode(folder, kFolder);
}

void makeOwnersFile(const fs::path& file) {
    if (fs::exists(file)) setMode(file, kFile);
}

void makeOwnersEmptyFile(const fs::path& file) {
    const FileDescriptor made(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kFile));
    if (made.isOpen()) setMode(file, kFile);
}

void makeOwnersVault(const fs::path& folder) {
    if (!fs::is_directory(folder)) return;
    setMode(folder, kFolder);
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(folder, code)) {
        if (entry.is_regular_file(code)) setMode(entry.path(), kFile);
        if (entry.is_directory(code)) setMode(entry.path(), kFolder);
    }
}

}  // namespace plumb::store
