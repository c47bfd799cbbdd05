#include "shared/store/durable_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "shared/store/database.h"
#include "shared/store/file_descriptor.h"

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

Result<void> failed(int reason, const fs::path& file) {
    if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG) return fail(diskFull());
    throw std::system_error(reason, std::generic_category(), "writing " + file.string());
}

// Not there, or not for this user, or there and not to be had now: who takes the last for the first loses what is
// there.
tl::unexpected<Error> unreadable(int reason, const fs::path& file) {
    if (reason == ENOENT || reason == EACCES || reason == ENOTDIR || reason == EISDIR || reason == ENAMETOOLONG ||
        reason == ELOOP)
        return fail(ErrorKind::notFound, "no_file", "the file " + file.string() + " cannot be read");
    return fail(ErrorKind::broken, "file_unreadable",
                "the file " + file.string() + " is there and cannot be read now (" +
                    std::generic_category().message(reason) + "); nothing was changed. Try again");
}

struct Temporary {
    FileDescriptor out;
    fs::path path;
};

// Whether the name still leads to the file that was opened: its last owner may have renamed or removed it before we had
// the lock.
bool isNamed(const FileDescriptor& opened, const fs::path& path) {
    struct stat ours {
    }, there{};
    return ::fstat(opened.get(), &ours) == 0 && ::stat(path.c_str(), &there) == 0 && ours.st_dev == there.st_dev &&
           ours.st_ino == there.st_ino;
}

Temporary openTemporary(const fs::path& file) {
    const fs::path usual = file.string() + ".new";
    FileDescriptor out(::open(usual.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (!out.isOpen()) return {std::move(out), usual};
    if (::flock(out.get(), LOCK_EX | LOCK_NB) == 0 && isNamed(out, usual)) return {std::move(out), usual};
    std::string own = file.string() + ".XXXXXX.new";
    constexpr int kSuffix = 4;
    FileDescriptor fresh(::mkostemps(own.data(), kSuffix, O_CLOEXEC));
    return {std::move(fresh), own};
}

// 0, or the errno of what went wrong.
int writeAll(const FileDescriptor& out, ByteView content) {
    // One that was left by a killed process holds a part of what it wrote.
    if (::fchmod(out.get(), 0600) != 0 || ::ftruncate(out.get(), 0) != 0) return errno;
    while (!content.empty()) {
        const auto count = ::write(out.get(), content.data(), content.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        content = content.subspan(static_cast<std::size_t>(count));
    }
    return ::fsync(out.get()) == 0 ? 0 : errno;
}

}  // namespace

Result<void> writeDurably(const fs::path& file, ByteView content) {
    const auto temporary = openTemporary(file);
    if (!temporary.out.isOpen()) return failed(errno, file);
    int reason = writeAll(temporary.out, content);
    if (reason == 0 && ::rename(temporary.path.c_str(), file.c_str()) != 0) reason = errno;
    if (reason != 0) {
        ::unlink(temporary.path.c_str());
        return failed(reason, file);
    }
    syncFolder(file.parent_path());
    return {};
}

Result<void> writeInPlace(int descriptor, ByteView content, std::int64_t offset, const fs::path& file) {
    while (!content.empty()) {
        const auto count = ::pwrite(descriptor, content.data(), content.size(), offset);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failed(errno, file);
        content = content.subspan(static_cast<std::size_t>(count));
        offset += count;
    }
    if (::fdatasync(descriptor) != 0) return failed(errno, file);
    return {};
}

void syncFolder(const fs::path& folder) {
    const FileDescriptor opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems of memory cards know no sync of a folder (EINVAL); they are trusted with their names.
    if (opened.isOpen() && (::fsync(opened.get()) == 0 || errno == EINVAL)) return;
    throw std::system_error(errno, std::generic_category(),
                            "bringing the names in " + folder.string() + " to the disk");
}

Result<Bytes> readWhole(const std::filesystem::path& file, std::uint64_t limit) {
    const FileDescriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!in.isOpen() || ::fstat(in.get(), &status) != 0) return unreadable(errno, file);
    if (S_ISDIR(status.st_mode)) return unreadable(EISDIR, file);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limit) {
        return fail(ErrorKind::tooLarge, "file_too_large",
                    file.filename().string() + " has " + std::to_string(size) + " bytes, the limit is " +
                        std::to_string(limit));
    }
    Bytes out(size);
    std::size_t at = 0;
    while (at < out.size()) {
        const auto count = ::read(in.get(), out.data() + at, out.size() - at);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return unreadable(errno, file);
        if (count == 0) break;
        at += static_cast<std::size_t>(count);
    }
    out.resize(at);
    return out;
}

}  // namespace plumb::store
