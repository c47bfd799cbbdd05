#include "sync-server/store/wal_writes.h"

#include <sqlite3.h>

#include <algorithm>
#include <new>
#include <stdexcept>
#include <string>

namespace plumb::server {
namespace {

// The system's VFS writes at most 128 KB less a byte at once.
constexpr std::size_t kPiece = 112 * 1024;

sqlite3_vfs* systemVfs() {
    static sqlite3_vfs* const found = sqlite3_vfs_find(nullptr);
    if (!found) throw std::runtime_error("SQLite has no file system");
    return found;
}

// A WAL. The system's own file follows it in the memory that SQLite gives.
struct Wal {
    sqlite3_file base;
    std::string gathered;
    sqlite3_int64 at = 0;  // where it begins

    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    const sqlite3_io_methods& system() { return *file()->pMethods; }

    // Whatever comes of it, it is not tried again: the transaction that it belongs to is lost then.
    int flush() {
        if (gathered.empty()) return SQLITE_OK;
        const int code = system().xWrite(file(), gathered.data(), static_cast<int>(gathered.size()), at);
        gathered.clear();
        return code;
    }
};

Wal& walOf(sqlite3_file* file) {
    return *reinterpret_cast<Wal*>(file);
}

int closeWal(sqlite3_file* file) {
    auto& wal = walOf(file);
    const int flushed = wal.flush();
    const int closed = wal.system().xClose(wal.file());
    wal.~Wal();
    return flushed != SQLITE_OK ? flushed : closed;
}

int writeWal(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    auto& wal = walOf(file);
    const auto size = static_cast<std::size_t>(count);
    const bool follows = at == wal.at + static_cast<sqlite3_int64>(wal.gathered.size());
    if (!follows || wal.gathered.size() + size > kPiece) {
        if (const int code = wal.flush(); code != SQLITE_OK) return code;
    }
    if (size > kPiece) return wal.system().xWrite(wal.file(), bytes, count, at);
    if (wal.gathered.empty()) wal.at = at;
    try {
        wal.gathered.append(static_cast<const char*>(bytes), size);
    } catch (const std::bad_alloc&) {
        return SQLITE_IOERR_NOMEM;
    }
    return SQLITE_OK;
}

// Each of the others needs what was written before.
template <class Call>
int afterFlush(sqlite3_file* file, const Call& call) {
    auto& wal = walOf(file);
    const int code = wal.flush();
    return code != SQLITE_OK ? code : call(wal.system(), wal.file());
}

int readWal(sqlite3_file* file, void* into, int count, sqlite3_int64 at) {
    return afterFlush(file, [&](const auto& system, auto* own) { return system.xRead(own, into, count, at); });
}
int truncateWal(sqlite3_file* file, sqlite3_int64 size) {
    return afterFlush(file, [&](const auto& system, auto* own) { return system.xTruncate(own, size); });
}
int syncWal(sqlite3_file* file, int flags) {
    return afterFlush(file, [&](const auto& system, auto* own) { return system.xSync(own, flags); });
}
int sizeOfWal(sqlite3_file* file, sqlite3_int64* size) {
    return afterFlush(file, [&](const auto& system, auto* own) { return system.xFileSize(own, size); });
}

int lockWal(sqlite3_file* file, int kind) {
    return walOf(file).system().xLock(walOf(file).file(), kind);
}
int unlockWal(sqlite3_file* file, int kind) {
    return walOf(file).system().xUnlock(walOf(file).file(), kind);
}
int isWalReserved(sqlite3_file* file, int* out) {
    return walOf(file).system().xCheckReservedLock(walOf(file).file(), out);
}
int controlWal(sqlite3_file* file, int what, void* with) {
    return walOf(file).system().xFileControl(walOf(file).file(), what, with);
}
int sectorOfWal(sqlite3_file* file) {
    return walOf(file).system().xSectorSize(walOf(file).file());
}
int traitsOfWal(sqlite3_file* file) {
    return walOf(file).system().xDeviceCharacteristics(walOf(file).file());
}

const sqlite3_io_methods kWalMethods = {
    1,          closeWal,    readWal,     writeWal, truncateWal, syncWal, sizeOfWal, lockWal, unlockWal, isWalReserved,
    controlWal, sectorOfWal, traitsOfWal, nullptr,  nullptr,     nullptr, nullptr,   nullptr, nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    auto* system = systemVfs();
    if ((flags & SQLITE_OPEN_WAL) == 0) return system->xOpen(system, name, file, flags, outFlags);
    auto* wal = new (file) Wal();
    const int code = system->xOpen(system, name, wal->file(), flags, outFlags);
    if (code == SQLITE_OK) {
        wal->base.pMethods = &kWalMethods;
        return code;
    }
    // SQLite closes what failed to open where it has methods; the system's own file is done with here.
    if (wal->file()->pMethods) wal->system().xClose(wal->file());
    wal->~Wal();
    file->pMethods = nullptr;
    return code;
}

}  // namespace

const char* gatheringVfs() {
    static const sqlite3_vfs* const made = [] {
        static sqlite3_vfs own = *systemVfs();
        own.zName = "plumb-gathering";
        own.pNext = nullptr;
        own.szOsFile += static_cast<int>(sizeof(Wal));
        own.xOpen = openFile;
        if (sqlite3_vfs_register(&own, 0) != SQLITE_OK) throw std::runtime_error("SQLite takes no VFS");
        return &own;
    }();
    return made->zName;
}

}  // namespace plumb::server
