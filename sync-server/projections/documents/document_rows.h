// Queries of the projection of issued papers. For the thread of the reader.
#pragma once

#include "shared/records/document/issued.h"
#include "sync-server/store/store.h"

namespace plumb::server {

class DocumentRows {
  public:
    // `reader` outlives this.
    explicit DocumentRows(StoreReader& reader) : m_reader(reader) {}

    // The papers of a record below the log's `size`, oldest first: where each was issued. At most `limit`.
    std::vector<Entry> of(std::string_view record, std::uint64_t size, std::size_t limit);
    // Where a file with this hash was issued first, below `size`.
    std::optional<Entry> byPdf(const Sha256& pdf, std::uint64_t size);

  private:
    StoreReader& m_reader;
};

}  // namespace plumb::server
