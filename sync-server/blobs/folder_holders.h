// Who has shown that they have a file (store/file_holders.h): one small file of kids for each, beside the blobs of the
// same machine.
#pragma once

#include <filesystem>

#include "sync-server/store/file_holders.h"

namespace plumb::server {

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
