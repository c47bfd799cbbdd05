// Files in an S3 store, for front ends on several machines: <prefix><first two hex digits>/<sha256>, one bucket for one
// log. A file is there when the store has taken all of it and shows it; what the store alone says is believed for lists
// (seemsThere) and asked anew for everything else.
#pragma once

#include <chrono>
#include <mutex>
#include <unordered_map>

#include "sync-server/blobs/s3_store.h"

namespace plumb::server {

class S3Blobs final : public BlobStore {
  public:
    // `copies`: a folder of this machine for localCopy(), emptied now. `store` outlives this.
    S3Blobs(S3Store& store, std::filesystem::path copies);

    [[nodiscard]] std::optional<std::uint64_t> sizeOf(const Sha256& sha256) const override;
    [[nodiscard]] bool seemsThere(const Sha256& sha256) const override;
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
    void saw(const Sha256& sha256, bool there) const;

    struct Hash {
        std::size_t operator()(const Sha256& sha256) const;
    };
    S3Store& m_store;
    std::filesystem::path m_copies;
    mutable std::mutex m_mutex;
    mutable std::unordered_map<Sha256, std::chrono::steady_clock::time_point, Hash> m_seen;
};

}  // namespace plumb::server
