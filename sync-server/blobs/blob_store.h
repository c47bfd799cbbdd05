// Files by the hash of their contents: <folder>/<first two hex digits>/<sha256>. A file that is there is whole and
// right; it came in under its final name by one rename. Thread-safe.
#pragma once

#include "shared/base/sha256.h"
#include "sync-server/blobs/file_io.h"

namespace plumb::server {

class BlobStore {
  public:
    explicit BlobStore(std::filesystem::path folder);

    [[nodiscard]] std::filesystem::path pathOf(const Sha256& sha256) const;
    // The file's size, where it is there.
    [[nodiscard]] std::optional<std::uint64_t> sizeOf(const Sha256& sha256) const;
    [[nodiscard]] std::optional<File> open(const Sha256& sha256) const;
    [[nodiscard]] std::optional<std::string> read(const Sha256& sha256, std::uint64_t atMost) const;

    // Whether what lies under the hash still has it. Reads the whole file.
    [[nodiscard]] bool isWhole(const Sha256& sha256) const;
    // Damaged contents leave their name free for the right ones; they stay beside it, as "<sha256>.damaged", for the
    // operator.
    void setAside(const Sha256& sha256);
    // The same for good, where there are any.
    void removeDamaged(const Sha256& sha256);

    // For a file that may go: out of its place, and then back or away. False: nothing lies aside, now or from before a
    // crash.
    bool takeAside(const Sha256& sha256);
    void putBack(const Sha256& sha256);
    void removeAside(const Sha256& sha256);

    // Takes the file at `from`, whose contents were hashed to `sha256` and synced, under its own name; durable on
    // return. Where that fails it lies at `from` as before.
    void adopt(const std::filesystem::path& from, const Sha256& sha256);

  private:
    [[nodiscard]] std::filesystem::path asideOf(const Sha256& sha256) const;
    std::filesystem::path m_folder;
};

// Throws where there is no such file.
Sha256 hashOfFile(const std::filesystem::path& path);

}  // namespace plumb::server
