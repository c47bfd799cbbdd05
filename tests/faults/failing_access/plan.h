// What is to go wrong with a program's accesses to the files below one folder: which access, and how. As a value for
// tests that are linked with failing_access, and as a text for programs that are started with it (environment
// PLUMB_FAULT).
#pragma once

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace plumb::faults {

enum class Access {
    write,       // write, pwrite, writev, ftruncate
    sync,        // fsync, fdatasync, of files and of folders
    read,        // read, pread, readv
    open,        // open, openat, fopen
    name,        // rename, unlink, remove, rmdir, mkdir
    allocation,  // malloc of kCountedAllocation bytes or more, wherever it comes from
};
constexpr int kAccesses = 6;
constexpr std::size_t kCountedAllocation = 2048;

struct Plan {
    std::string folder;  // absolute; what lies elsewhere, sockets and terminals are never touched
    // The nth access of this kind, counted from 1; 0: none fails, they are only counted.
    Access access = Access::write;
    std::uint64_t nth = 0;
    enum class How {
        fail,  // it fails with `error`
        half,  // a write or a read that does the first half; of other kinds: as `fail`
        kill,  // the process gets SIGKILL in its place
    } how = How::fail;
    int error = EIO;
    bool onwards = false;  // and all of its kind after it
    // A disk that has so many bytes left: files grow by no more, and nothing new is made on it once they are used up.
    std::optional<std::uint64_t> space = {};
    // The wall clock jumps by so much before access number `jumpAt` of any kind (but allocations), and stays there.
    std::chrono::seconds jump{0};
    std::uint64_t jumpAt = 0;
    // fsync is taken as done: what a test does not cut off from its disk need not wait for it.
    bool fastSync = true;
    // Where a program writes Counts::toText() when it ends; may be empty.
    std::string report = {};
};

std::string toText(const Plan& plan);
Plan planOf(const std::string& text);

struct Counts {
    std::uint64_t of[kAccesses] = {};
    std::uint64_t grown = 0;   // bytes by which files grew
    std::uint64_t failed = 0;  // accesses that were made to fail

    [[nodiscard]] std::uint64_t at(Access access) const { return of[static_cast<int>(access)]; }
    [[nodiscard]] std::uint64_t all() const;  // of files
    [[nodiscard]] std::string toText() const;
    static Counts fromText(const std::string& text);
};

std::string nameOf(Access access);

}  // namespace plumb::faults
