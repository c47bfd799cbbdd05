// Who has shown that they have a file: the keys that uploaded its every byte. Knowing a hash gives nothing; a line that
// names a file counts for reading it only when its author is one of these (query/file_rights.h). No line of the log
// says it, so that it is kept as durable as the files themselves. Thread-safe.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "shared/base/sha256.h"

namespace plumb::server {

class FileHolders {
  public:
    virtual ~FileHolders() = default;

    // Durable on return. Throws StoreFull where there is no space.
    virtual void add(const Sha256& sha256, const std::string& kid) = 0;
    // None for a file of before holders were remembered.
    [[nodiscard]] virtual std::vector<std::string> of(const Sha256& sha256) const = 0;
    [[nodiscard]] virtual bool holds(const Sha256& sha256, const std::string& kid) const;
};

// One small file of kids for each, beside the blobs of the same machine.
class FolderHolders final : public FileHolders {
  public:
    explicit FolderHolders(std::filesystem::path folder);

    void add(const Sha256& sha256, const std::string& kid) override;
    [[nodiscard]] std::vector<std::string> of(const Sha256& sha256) const override;

  private:
    [[nodiscard]] std::filesystem::path pathOf(const Sha256& sha256) const;
    static std::vector<std::string> read(const std::filesystem::path& path);

    std::filesystem::path m_folder;
    mutable std::mutex m_mutex;
};

}  // namespace plumb::server
