// Files in a folder of this machine: <folder>/<first two hex digits>/<sha256>. A file comes in under its final name by
// one rename.
#pragma once

#include "sync-server/blobs/blob_store.h"

namespace plumb::server {

class FolderBlobs final : public BlobStore {
  public:
    explicit FolderBlobs(std::filesystem::path folder);

    [[nodiscard]] std::filesystem::path pathOf(const Sha256& sha256) const;

    [[nodiscard]] std::optional<std::uint64_t> sizeOf(const Sha256& sha256) const override;
    [[nodiscard]] std::unique_ptr<BlobReader> open(const Sha256& sha256) const override;
    [[nodiscard]] std::optional<std::filesystem::path> localCopy(const Sha256& sha256) const override;
    void each(const std::function<void(const Sha256&)>& take) const override;
    [[nodiscard]] std::string placeOf(const Sha256& sha256) const override;
    void setAside(const Sha256& sha256) override;
    void removeDamaged(const Sha256& sha256) override;
    bool takeAside(const Sha256& sha256) override;
    void putBack(const Sha256& sha256) override;
    void removeAside(const Sha256& sha256) override;
    void adopt(const std::filesystem::path& from, const Sha256& sha256) override;

  private:
    [[nodiscard]] std::filesystem::path asideOf(const Sha256& sha256) const;
    std::filesystem::path m_folder;
};

}  // namespace plumb::server
