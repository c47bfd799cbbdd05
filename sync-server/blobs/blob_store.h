// Files by the hash of their contents. Under a hash lies the whole and right file or none: it came in at once, durable.
// Where they lie is the implementation's: a folder (folder_blobs.h) or an S3 store (s3_blobs.h), which hold the same
// tests (tests/unit/server/blobs_contract_test.cpp). Thread-safe.
//
// Throws StoreFull where there is no space, BlobsAway where the store cannot be reached now, and for broken machinery.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "shared/base/sha256.h"
#include "sync-server/blobs/file_io.h"

namespace plumb::server {

// Nothing is known of the file, and nothing changed: the same call may be made again later.
struct BlobsAway : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A file that is open for reading. One thread at a time.
class BlobReader {
  public:
    virtual ~BlobReader() = default;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    // Reads up to `out.size()` bytes from `offset`; 0 at the end.
    virtual std::size_t read(std::uint64_t offset, std::span<std::uint8_t> out) = 0;
};

class BlobStore {
  public:
    virtual ~BlobStore() = default;

    // The file's size, where it is there.
    [[nodiscard]] virtual std::optional<std::uint64_t> sizeOf(const Sha256& sha256) const = 0;
    // Whether it is there, or was some minutes ago: for lists, that ask of many files and promise nothing.
    [[nodiscard]] virtual bool seemsThere(const Sha256& sha256) const { return sizeOf(sha256).has_value(); }
    // Null where it is not there.
    [[nodiscard]] virtual std::unique_ptr<BlobReader> open(const Sha256& sha256) const = 0;
    [[nodiscard]] std::optional<std::string> read(const Sha256& sha256, std::uint64_t atMost) const;
    // A file of this machine with its contents, for readers that take a path; it is only read.
    [[nodiscard]] virtual std::optional<std::filesystem::path> localCopy(const Sha256& sha256) const = 0;
    // All files that lie in their places, in no order; for the operator's commands.
    virtual void each(const std::function<void(const Sha256&)>& take) const = 0;
    // How its operator finds it: a path or an address.
    [[nodiscard]] virtual std::string placeOf(const Sha256& sha256) const = 0;

    // Whether what lies under the hash still has it. Reads the whole file.
    [[nodiscard]] bool isWhole(const Sha256& sha256) const;
    // Damaged contents leave their name free for the right ones; they stay beside it, as "<sha256>.damaged", for the
    // operator.
    virtual void setAside(const Sha256& sha256) = 0;
    // The same for good, where there are any.
    virtual void removeDamaged(const Sha256& sha256) = 0;

    // For a file that may go: out of its place, and then back or away. False: nothing lies aside, now or from before a
    // crash.
    virtual bool takeAside(const Sha256& sha256) = 0;
    virtual void putBack(const Sha256& sha256) = 0;
    virtual void removeAside(const Sha256& sha256) = 0;

    // Takes the file at `from`, whose contents were hashed to `sha256` and synced, under its own name; durable on
    // return, and gone from `from`. Where that fails it lies at `from` as before.
    virtual void adopt(const std::filesystem::path& from, const Sha256& sha256) = 0;
};

Sha256 hashOf(BlobReader& file);
// Throws where there is no such file.
Sha256 hashOfFile(const std::filesystem::path& path);

}  // namespace plumb::server
