// The C library's calls on files, in its place. Each asks the watch, does the real thing or not, and keeps what it did.
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <functional>
#include <optional>
#include <string>

#include "tests/faults/failing_access/watch.h"

using plumb::Bytes;
using plumb::ByteView;
using plumb::faults::Access;
using plumb::faults::Inside;
using plumb::faults::Step;
using plumb::faults::Verdict;
using plumb::faults::Watch;

namespace {

// The C library's own function of this name.
template <class Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

// A call that is watched: holds the order of all calls, and leaves errno as the real call left it.
class Turn {
  public:
    Turn() : m_errno(errno), m_watch(Watch::instance()) {
        if (m_inside.first() && m_watch.active()) m_lock = std::unique_lock(m_watch.mutex());
    }
    ~Turn() { errno = m_errno; }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    [[nodiscard]] bool watches(const std::string& path) const {
        return m_lock.owns_lock() && !path.empty() && m_watch.watches(path);
    }
    [[nodiscard]] Watch& watch() const { return m_watch; }
    // What the call gives, with its errno.
    template <class T>
    T gives(T result) {
        m_errno = errno;
        return result;
    }
    int fails(int error) {
        m_errno = error;
        return -1;
    }

  private:
    int m_errno;
    Inside m_inside;
    Watch& m_watch;
    std::unique_lock<std::mutex> m_lock;
};

std::string pathOf(int fd) {
    char link[32], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const auto size = ::readlink(link, path, sizeof path);
    return size > 0 && path[0] == '/' ? std::string(path, static_cast<std::size_t>(size)) : std::string();
}

// Without following links at its end; relative ones from where the process stands.
std::string absolute(const char* path) {
    if (!path || path[0] == '\0') return {};
    if (path[0] == '/') return path;
    char here[4096];
    if (!::getcwd(here, sizeof here)) return {};
    return std::string(here) + "/" + (path[0] == '.' && path[1] == '\0' ? "" : path);
}

std::uint64_t sizeOf(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

std::uint64_t placeOf(int fd) {
    if ((::fcntl(fd, F_GETFL) & O_APPEND) != 0) return sizeOf(fd);
    const auto at = ::lseek(fd, 0, SEEK_CUR);
    return at < 0 ? 0 : static_cast<std::uint64_t>(at);
}

// `real(size)` writes the first `size` bytes.
template <class Real>
ssize_t writing(int fd, const void* data, std::size_t size, std::optional<off64_t> at, Real real) {
    Turn turn;
    const auto path = pathOf(fd);
    if (!turn.watches(path)) return turn.gives(real(size));
    const auto verdict = turn.watch().judge(Access::write, path);
    if (verdict.what == Verdict::What::fail) return turn.fails(verdict.error);
    if (verdict.what == Verdict::What::half) size = (size + 1) / 2;
    const auto from = at ? static_cast<std::uint64_t>(*at) : placeOf(fd);
    const auto before = sizeOf(fd);
    const auto growth = from + size > before ? from + size - before : 0;
    if (const auto room = turn.watch().takeSpace(growth, path); room < growth) {
        const auto missing = growth - room;
        // SQLite's -shm grows by one byte far behind its end; there is no part of that.
        if (missing >= size) return turn.fails(ENOSPC);
        size -= missing;
    }
    const auto done = turn.gives(real(size));
    if (done > 0) {
        const auto* bytes = static_cast<const std::uint8_t*>(data);
        turn.watch().keep({Step::Kind::write, path, {}, from, Bytes(bytes, bytes + done)});
    }
    return done;
}

template <class Real>
ssize_t reading(int fd, std::size_t size, Real real) {
    Turn turn;
    const auto path = pathOf(fd);
    if (!turn.watches(path)) return turn.gives(real(size));
    const auto verdict = turn.watch().judge(Access::read, path);
    if (verdict.what == Verdict::What::fail) return turn.fails(verdict.error);
    if (verdict.what == Verdict::What::half) size = (size + 1) / 2;
    return turn.gives(real(size));
}

template <class Real>
int syncing(int fd, Real real) {
    Turn turn;
    const auto path = pathOf(fd);
    if (!turn.watches(path)) return turn.watch().waitsForNoDisk() ? turn.gives(0) : turn.gives(real());
    const auto verdict = turn.watch().judge(Access::sync, path);
    if (verdict.what != Verdict::What::go) return turn.fails(verdict.error);
    struct stat status {};
    const bool folder = ::fstat(fd, &status) == 0 && S_ISDIR(status.st_mode);
    const int done = turn.watch().fastSync() ? turn.gives(0) : turn.gives(real());
    if (done == 0) turn.watch().keep({folder ? Step::Kind::syncFolder : Step::Kind::sync, path});
    return done;
}

template <class Real>
int cutting(int fd, off64_t size, Real real) {
    Turn turn;
    const auto path = pathOf(fd);
    if (!turn.watches(path)) return turn.gives(real());
    const auto verdict = turn.watch().judge(Access::write, path);
    if (verdict.what != Verdict::What::go) return turn.fails(verdict.error);
    const int done = turn.gives(real());
    if (done == 0) turn.watch().keep({Step::Kind::truncate, path, {}, static_cast<std::uint64_t>(size)});
    return done;
}

template <class Real>
auto opening(const std::string& path, bool creates, bool truncates, decltype(std::declval<Real>()()) failed,
             Real real) {
    Turn turn;
    if (!turn.watches(path)) return turn.gives(real());
    const auto verdict = turn.watch().judge(Access::open, path);
    if (verdict.what != Verdict::What::go) {
        turn.fails(verdict.error);
        return failed;
    }
    struct stat status {};
    const bool there = ::stat(path.c_str(), &status) == 0;
    if (!there && creates && turn.watch().isFull(path)) {
        turn.fails(ENOSPC);
        return failed;
    }
    const auto opened = turn.gives(real());
    if (opened != failed && !there && creates) turn.watch().keep({Step::Kind::create, path});
    if (opened != failed && there && truncates) turn.watch().keep({Step::Kind::truncate, path});
    return opened;
}

int openingFd(const std::string& path, int flags, const std::function<int()>& real) {
    const bool creates = (flags & O_CREAT) != 0 && (flags & O_TMPFILE) != O_TMPFILE;
    return opening(path, creates, (flags & O_TRUNC) != 0, -1, real);
}

// A change of names; `makes`: it takes room on the disk.
template <class Real>
int naming(const std::string& path, Step step, bool makes, Real real) {
    Turn turn;
    if (!turn.watches(path)) return turn.gives(real());
    const auto verdict = turn.watch().judge(Access::name, path);
    if (verdict.what != Verdict::What::go) return turn.fails(verdict.error);
    if (makes && turn.watch().isFull(path)) return turn.fails(ENOSPC);
    const int done = turn.gives(real());
    if (done == 0) turn.watch().keep(std::move(step));
    return done;
}

mode_t modeOf(int flags, va_list more) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(more, mode_t) : 0;
}

}  // namespace

extern "C" {

ssize_t write(int fd, const void* data, size_t size) {
    static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    if (Inside::now()) return real(fd, data, size);
    return writing(fd, data, size, std::nullopt, [&](std::size_t part) { return real(fd, data, part); });
}

ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at) {
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    if (Inside::now()) return real(fd, data, size, at);
    return writing(fd, data, size, at, [&](std::size_t part) { return real(fd, data, part, at); });
}

ssize_t pwrite(int fd, const void* data, size_t size, off_t at) {
    return pwrite64(fd, data, size, at);
}

ssize_t writev(int fd, const struct iovec* parts, int count) {
    static const auto real = next<ssize_t (*)(int, const struct iovec*, int)>("writev");
    if (Inside::now() || !Watch::instance().active()) return real(fd, parts, count);
    const auto path = pathOf(fd);
    if (path.empty()) return real(fd, parts, count);
    Bytes whole;
    for (int i = 0; i < count; ++i) {
        const auto* bytes = static_cast<const std::uint8_t*>(parts[i].iov_base);
        whole.insert(whole.end(), bytes, bytes + parts[i].iov_len);
    }
    return write(fd, whole.data(), whole.size());
}

ssize_t read(int fd, void* data, size_t size) {
    static const auto real = next<ssize_t (*)(int, void*, size_t)>("read");
    if (Inside::now()) return real(fd, data, size);
    return reading(fd, size, [&](std::size_t part) { return real(fd, data, part); });
}

ssize_t pread64(int fd, void* data, size_t size, off64_t at) {
    static const auto real = next<ssize_t (*)(int, void*, size_t, off64_t)>("pread64");
    if (Inside::now()) return real(fd, data, size, at);
    return reading(fd, size, [&](std::size_t part) { return real(fd, data, part, at); });
}

ssize_t pread(int fd, void* data, size_t size, off_t at) {
    return pread64(fd, data, size, at);
}

int fsync(int fd) {
    static const auto real = next<int (*)(int)>("fsync");
    if (Inside::now()) return real(fd);
    return syncing(fd, [&] { return real(fd); });
}

int fdatasync(int fd) {
    static const auto real = next<int (*)(int)>("fdatasync");
    if (Inside::now()) return real(fd);
    return syncing(fd, [&] { return real(fd); });
}

int ftruncate64(int fd, off64_t size) noexcept {
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    if (Inside::now()) return real(fd, size);
    return cutting(fd, size, [&] { return real(fd, size); });
}

int ftruncate(int fd, off_t size) noexcept {
    return ftruncate64(fd, size);
}

int open64(const char* path, int flags, ...) {
    static const auto real = next<int (*)(const char*, int, ...)>("open64");
    va_list more;
    va_start(more, flags);
    const auto mode = modeOf(flags, more);
    va_end(more);
    if (Inside::now()) return real(path, flags, mode);
    return openingFd(absolute(path), flags, [&] { return real(path, flags, mode); });
}

int open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const auto mode = modeOf(flags, more);
    va_end(more);
    return open64(path, flags, mode);
}

FILE* fopen64(const char* path, const char* how) {
    static const auto real = next<FILE* (*)(const char*, const char*)>("fopen64");
    if (Inside::now()) return real(path, how);
    const bool creates = how[0] != 'r';
    return opening(absolute(path), creates, how[0] == 'w', static_cast<FILE*>(nullptr),
                   [&] { return real(path, how); });
}

FILE* fopen(const char* path, const char* how) {
    return fopen64(path, how);
}

int rename(const char* from, const char* to) noexcept {
    static const auto real = next<int (*)(const char*, const char*)>("rename");
    if (Inside::now()) return real(from, to);
    return naming(absolute(from), {Step::Kind::rename, absolute(from), absolute(to)}, false,
                  [&] { return real(from, to); });
}

int unlink(const char* path) noexcept {
    static const auto real = next<int (*)(const char*)>("unlink");
    if (Inside::now()) return real(path);
    return naming(absolute(path), {Step::Kind::remove, absolute(path)}, false, [&] { return real(path); });
}

int remove(const char* path) noexcept {
    static const auto real = next<int (*)(const char*)>("remove");
    if (Inside::now()) return real(path);
    return naming(absolute(path), {Step::Kind::remove, absolute(path)}, false, [&] { return real(path); });
}

int rmdir(const char* path) noexcept {
    static const auto real = next<int (*)(const char*)>("rmdir");
    if (Inside::now()) return real(path);
    return naming(absolute(path), {Step::Kind::remove, absolute(path)}, false, [&] { return real(path); });
}

int mkdir(const char* path, mode_t mode) noexcept {
    static const auto real = next<int (*)(const char*, mode_t)>("mkdir");
    if (Inside::now()) return real(path, mode);
    return naming(absolute(path), {Step::Kind::makeFolder, absolute(path)}, true, [&] { return real(path, mode); });
}

}  // extern "C"
