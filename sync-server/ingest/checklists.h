// The checklists that this log publishes, loaded at first use and kept, immutable. Thread-safe.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "shared/checklist/load/loader.h"
#include "sync-server/blobs/blob_store.h"
#include "sync-server/store/store.h"

namespace plumb::server {

class Checklists {
  public:
    // `blobs` outlives this.
    explicit Checklists(const BlobStore& blobs) : m_blobs(blobs) {}

    // What the log has published, at start and after a transaction that failed.
    void load(StoreReader& reader);
    // A line that publishes `sha256` was taken in.
    void publish(const Sha256& sha256);

    // checklist_unknown where the log does not publish it.
    Result<std::shared_ptr<const checklist::Checklist>> find(const Sha256& sha256);
    // The document for a line that is to publish it: file_missing, bad_checklist.
    Result<std::shared_ptr<const checklist::Checklist>> read(const Sha256& sha256) const;

  private:
    const BlobStore& m_blobs;
    std::mutex m_mutex;
    std::map<Sha256, std::shared_ptr<const checklist::Checklist>> m_published;  // null until it is first asked for
};

}  // namespace plumb::server
