// The checklists that this log publishes, loaded at first use and kept, immutable. Thread-safe. Learns of new ones from
// the writer, as an observer of its lines.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "shared/checklist/load/loader.h"
#include "sync-server/blobs/blob_store.h"
#include "sync-server/ingest/line_observer.h"

namespace plumb::server {

class Checklists final : public LineObserver {
  public:
    // `blobs` outlives this.
    explicit Checklists(const BlobStore& blobs) : m_blobs(blobs) {}

    // Where their documents lie, and all other files.
    [[nodiscard]] const BlobStore& blobs() const { return m_blobs; }

    void appended(const LoggedLine& line) override;
    void reload(StoreReader& reader) override;

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
