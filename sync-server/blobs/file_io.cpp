#include "sync-server/blobs/file_io.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "sync-server/store/store.h"

namespace plumb::server {
namespace {

[[noreturn]] void failed(const char* what) {
    const int cause = errno;
    if (cause == ENOSPC || cause == EDQUOT || cause == EFBIG)
        throw StoreFull(std::string(what) + ": no space is left on the server's disk");
    throw std::system_error(cause, std::generic_category(), what);
}

}  // namespace

std::optional<File> File::openToRead(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0 && errno == ENOENT) return std::nullopt;
    if (descriptor < 0) failed("opening a file");
    return File(descriptor);
}

File File::openToAppend(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) failed("opening a file for writing");
    return File(descriptor);
}

File::File(File&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
File& File::operator=(File&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}
File::~File() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

std::uint64_t File::size() const {
    struct stat status {};
    if (::fstat(m_descriptor, &status) != 0) failed("asking for a file's size");
    return static_cast<std::uint64_t>(status.st_size);
}

void File::append(ByteView bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) failed("writing a file");
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void File::truncate(std::uint64_t size) {
    if (::ftruncate(m_descriptor, static_cast<off_t>(size)) != 0) failed("shortening a file");
}

void File::sync() {
    if (::fdatasync(m_descriptor) != 0) failed("bringing a file to the disk");
}

std::size_t File::read(std::uint64_t offset, std::span<std::uint8_t> out) const {
    for (;;) {
        const auto got = ::pread(m_descriptor, out.data(), out.size(), static_cast<off_t>(offset));
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) failed("reading a file");
    }
}

void syncFolder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) failed("opening a folder");
    const int result = ::fsync(descriptor);
    ::close(descriptor);
    if (result != 0) failed("bringing a folder to the disk");
}

void makeDurableFolder(const std::filesystem::path& folder) {
    if (!std::filesystem::create_directory(folder)) return;
    try {
        syncFolder(folder.parent_path());
    } catch (...) {
        // Else nobody would bring its name to the disk any more.
        std::filesystem::remove(folder);
        throw;
    }
}

void writeWholeFile(const std::filesystem::path& path, std::string_view contents, bool secret) {
    auto beside = path;
    beside += ".new";
    const int descriptor =
        ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, secret ? 0600 : 0644);
    if (descriptor < 0) failed("opening a file for writing");
    ::close(descriptor);
    {
        auto file = File::openToAppend(beside);
        file.append(asBytes(contents));
        file.sync();
    }
    std::filesystem::rename(beside, path);
    syncFolder(path.parent_path().empty() ? "." : path.parent_path());
}

std::optional<std::string> readWholeFile(const std::filesystem::path& path) {
    const auto file = File::openToRead(path);
    if (!file) return std::nullopt;
    return wholeOf(*file);
}

}  // namespace plumb::server
