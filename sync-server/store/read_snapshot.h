// The log and everything made of it as of one moment, for reads that take longer than one call. It holds a reader, and
// what is written meanwhile takes room on the disk until it goes: whoever holds one does not wait for a network.
#pragma once

#include "sync-server/store/reader_pool.h"

namespace plumb::server {

class ReadSnapshot {
  public:
    // `pool` outlives this.
    explicit ReadSnapshot(ReaderPool& pool) : m_reader(pool.borrow()) {
        m_reader->connection().beginReading();
        try {
            m_size = m_reader->size();  // the first read fixes the moment
        } catch (...) {
            m_reader->connection().endReading();
            throw;
        }
    }
    ~ReadSnapshot() { m_reader->connection().endReading(); }
    ReadSnapshot(const ReadSnapshot&) = delete;
    ReadSnapshot& operator=(const ReadSnapshot&) = delete;

    [[nodiscard]] StoreReader& reader() const { return *m_reader; }
    // Of the log at that moment.
    [[nodiscard]] std::uint64_t size() const { return m_size; }

  private:
    ReaderPool::Lease m_reader;
    std::uint64_t m_size = 0;
};

}  // namespace plumb::server
