// Who has shown that they have a file: the keys that uploaded its every byte. Knowing a hash gives nothing; a line that
// names a file counts for reading it only when its author is one of these (query/file_rights.h). One small file of kids
// for each, beside the blobs and as durable as they are, since no line of the log says it. Thread-safe.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "shared/base/sha256.h"

namespace plumb::server {

class FileHolders {
  public:
    explicit FileHolders(std::filesystem::path folder);

    // Durable on return. Throws StoreFull where there is no space.
    void add(const Sha256& sha256, const std::string& kid);
    [[nodiscard]] bool holds(const Sha256& sha256, const std::string& kid) const;
    // None for a file of before holders were remembered.
    [[nodiscard]] std::vector<std::string> of(const Sha256& sha256) const;

  private:
    [[nodiscard]] std::filesystem::path pathOf(const Sha256& sha256) const;
    static std::vector<std::string> read(const std::filesystem::path& path);

    std::filesystem::path m_folder;
    mutable std::mutex m_mutex;
};

}  // namespace plumb::server
